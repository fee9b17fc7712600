import { t } from '@vscode/l10n'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { addMonths } from '../../plan/quantity/days.js'
import { isZero } from '../../plan/quantity/exact.js'
import { periodAt, previousPeriod } from '../../plan/quantity/periods.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo } from '../fixes/fixes.js'
import { livingAims, shown, spanText } from './smart.js'

export const baselineStale = rule({
  code: 'smart/baseline-stale',
  levels: levels('-', 'W', 'W'),
  summary: 'A baseline says when it was measured, and that is not long ago.',
  why: 'A baseline without its period cannot be looked up again, and an old one says little about where the work begins.',
  fix: 'Add `in` with the period of the baseline, or take a newer value.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% to at most 0.60% in 2027-03' }),
  good: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03' }),
  inBrief: (count) => t('{count} baselines have no period or an old one', { count }),
  options: { months: 12 },
  check(plan, report, { months }) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.isReadable) continue
      const { baseline, number } = aim.aim
      if (!baseline) continue
      const { start, goal } = facts
      const details = { about: goal, other: number.name }
      const { window, value } = baseline
      if (!window) {
        if (aim.baseline !== undefined && isZero(aim.baseline)) continue // what did not exist was 0 at all times
        const period = periodBefore(aim, start)
        const names = { value: shown(value), number: number.name, example: `in ${period ?? '…'}` }
        const message = t('The baseline {value} of `{number}` has no period, so nobody can look it up again. Add `{example}`.', names)
        report(value, message, { ...details, fixes: period ? [appendTo(value, ` in ${period}`)] : [] })
      } else if (start && addMonths(window.end, months) < start) {
        const names = { value: shown(value), number: number.name, window: spanText(window), months, start, goal: goal.name }
        report(
          window,
          t(
            'The baseline {value} of `{number}` is of {window}, more than {months} months before `{goal}` starts on {start}. Take a newer value.',
            names,
          ),
          details,
        )
      }
    }
  },
})

/** The last period of the number's grain before the goal's start, a month where the number has none. */
function periodBefore({ facts }: AimFacts, start: PlainDate | undefined): string | undefined {
  return start && previousPeriod(periodAt(facts?.grain ?? 'month', start)).text
}
