import { t } from '@vscode/l10n'
import { lastPeriodWithin } from '../../plan/numbers/goal-time.js'
import { periodAt } from '../../plan/quantity/periods.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleTask } from '../examples/smart-example.js'
import { appendTo } from '../fixes/fixes.js'
import { livingAims } from './smart.js'

function readersGoal(period: string): string {
  return `${exampleReport('unique_recipients')}
${exampleTask({ goal: 'more_readers', expects: 'expects unique_recipients up' })}
${exampleGoal({ title: 'Reach more people by mail', measurable: `measurable unique_recipients increase from 50_000 in 2026-12 to at least 52_000${period}` }, 'more_readers')}`
}

export const targetPeriodMissing = rule({
  code: 'smart/target-period-missing',
  levels: levels('I', 'W', 'W'),
  summary: 'A target of distinct counts or medians names its period.',
  why: 'Monthly counts of people cannot be added up to a quarter, so a target without a period can be read in two ways.',
  fix: 'Add `in` with the period that the target is meant for.',
  bad: readersGoal(''),
  good: readersGoal(' in 2027-03'),
  inBrief: (count) => t('{count} targets need a period', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.isReadable) continue
      const { horizon, goal } = facts
      const { target, number } = aim.aim
      const grain = aim.facts?.grain
      const aggregation = aim.facts?.aggregation
      if (!target || target.window || !grain || !horizon || (aggregation !== 'distinct' && aggregation !== 'median')) continue
      if (periodAt(grain, horizon.start).start === periodAt(grain, horizon.end).start) continue
      const last = lastPeriodWithin(plan, grain, horizon)
      const names = { number: number.name, goal: goal.name, grain, value: target.value.text, period: last?.text ?? '' }
      report(
        target,
        last
          ? t(
              'For `{number}` the target of `{goal}` needs its period, because values per {grain} cannot be added up. Write `{value} in {period}`.',
              names,
            )
          : t('For `{number}` the target of `{goal}` needs its period, because values per {grain} cannot be added up. Add `in`.', names),
        { about: goal, other: number.name, fixes: last ? [appendTo(target.value, ` in ${last.text}`)] : [] },
      )
    }
  },
})
