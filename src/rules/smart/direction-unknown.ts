import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo } from '../fixes/fixes.js'
import { livingAims } from './smart.js'

const plainMetric = `metric email_churn "Email churn rate" in % per month bounds 0% .. 100% kpi
  note "Contacts lost in a month, of all contacts who got a mail in that month"
  = unsubscribed_contacts / unique_recipients else none`

export const directionUnknown = rule({
  code: 'smart/direction-unknown',
  levels: levels('-', 'I', 'W'),
  summary: 'A measurable says whether its number should rise or fall.',
  why: 'Without a direction a value can be compared with the target, but nobody knows which side of it is good.',
  fix: 'Add `increase`, `decrease` or `hold` to the measurable, or `lower is better` to the metric.',
  bad: `${plainMetric}\n${exampleGoal({
    measurable: 'measurable email_churn to 0.60% in 2027-03',
    more: 'ignore "smart/baseline-missing" because "Nobody counted last year"',
  })}`,
  good: `${plainMetric}\n${exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to 0.60% in 2027-03' })}`,
  inBrief: (count) => t('{count} measurables have no direction yet', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.isReadable) continue
      const { number, signs, isHold } = aim
      const { baseline, target, change } = aim.aim
      if (!number || isHold || signs.length > 0 || (baseline && target) || change) continue
      report(
        aim.aim.number,
        t(
          'Nothing says whether `{number}` should rise or fall in `{goal}`. Add `increase` or `decrease`, or `lower is better` to the metric.',
          {
            number: number.name,
            goal: facts.goal.name,
          },
        ),
        {
          about: facts.goal,
          other: number.name,
          fixes: [appendTo(aim.aim.number, ' increase'), appendTo(aim.aim.number, ' decrease')],
        },
      )
    }
  },
})
