import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

export const actualInFuture = rule({
  code: 'report/actual-in-future',
  levels: levels('W', 'W', 'E'),
  isDated: true,
  speaksWhenClosed: true,
  inLibraries: true,
  summary: 'Actuals are of periods that have begun.',
  why: 'A value of a day that has not come is a forecast, and would be taken for a result.',
  fix: 'Remove the row. What you expect belongs into a `checkpoint` of the goal.',
  bad: 'actuals complaint_rate { 2027-01 0.05%  2027-03 0.04% }',
  good: 'actuals complaint_rate { 2027-01 0.05% }',
  check(plan, report) {
    for (const block of plan.all('actuals')) {
      for (const row of block.rows) {
        if (row.period.start <= plan.statusDate.date) continue
        report(
          row,
          t('The actual of {period} lies after the status date {date}. A forecast belongs into a checkpoint.', {
            period: row.period.text,
            date: plan.statusDate.date,
          }),
          { about: block, other: row.period.text, fixes: [removeAt(row.place, t('Remove the row'))] },
        )
      }
    }
  },
})
