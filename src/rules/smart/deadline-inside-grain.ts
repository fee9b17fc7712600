import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { type GrainMisfit, grainMisfit } from '../../plan/goals/grain.js'
import { lastPeriodWithin } from '../../plan/numbers/goal-time.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { replaceBy } from '../fixes/fixes.js'
import { livingAims } from './smart.js'

const measurable = 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60%'

export const deadlineInsideGrain = rule({
  code: 'smart/deadline-inside-grain',
  levels: levels('I', 'W', 'W'),
  summary: 'A deadline falls on the end of a period that its number is measured in.',
  why: 'A monthly number has no value in the middle of a month. The goal would be judged by an older one.',
  fix: 'Move the deadline to the last working day of the period, or name the period of the target with `in`.',
  bad: exampleGoal({ measurable, timebound: 'timebound  2027-01-04 .. 2027-03-17' }),
  good: exampleGoal({ measurable, timebound: 'timebound  2027-01-04 .. 2027-03-31' }),
  inBrief: (count) => t('{count} deadlines do not fit the periods of their numbers', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { goal, horizon, deadline } = facts
      const misfit = grainMisfit(plan, facts, aim)
      if (!misfit || !horizon || !deadline || !goal.timebound) continue
      const grain = aim.facts?.grain
      const earlier = grain && lastPeriodWithin(plan, grain, horizon)
      report(
        goal.timebound,
        sentence(misfit, { number: aim.aim.number.name, grain: grain ?? '', deadline, goal: goal.name, earlier: earlier?.text }),
        { about: goal, other: aim.aim.number.name, fixes: misfit.reason === 'short horizon' ? [] : movedTo(goal, misfit.better) },
      )
    }
  },
})

function sentence(
  { reason, period, better }: GrainMisfit,
  names: { number: string; grain: string; deadline: string; goal: string; earlier: string | undefined },
): string {
  const all = { ...names, earlier: names.earlier ?? '', period, better }
  switch (reason) {
    case 'short horizon':
      return t(
        '`{number}` is measured per {grain}, and `{goal}` runs for less than one: its value will hold days from before the goal. Use a finer grain, or give the goal more time.',
        all,
      )
    case 'target after deadline':
      return t(
        'The target of `{number}` is for {period}, which ends after the deadline {deadline}. Move the deadline to {better}, or name an earlier period.',
        all,
      )
    case 'inside a period':
      return names.earlier
        ? t(
            '`{number}` is measured per {grain}, and {deadline} lies inside {period}, which will have no value by then. Use {better}, or `in {earlier}`.',
            all,
          )
        : t('`{number}` is measured per {grain}, and {deadline} lies inside {period}, which will have no value by then. Use {better}.', all)
  }
}

function movedTo({ timebound }: Goal, date: string): Fix[] {
  if (!timebound || 'within' in timebound) return []
  if ('by' in timebound) return [replaceBy(timebound.by, date)]
  return [replaceBy(timebound.period, `${timebound.period.start} .. ${date}`)]
}
