import { t } from '@vscode/l10n'
import type { ActualRow } from '../../plan/elements/elements.js'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'

export const actualTwice = rule({
  code: 'report/actual-twice',
  levels: levels('W', 'W', 'E'),
  inLibraries: true,
  summary: 'A number has one actual for a period.',
  why: 'With two values for one period each report may show another one.',
  fix: 'Keep the value that holds, and remove the other row.',
  bad: 'actuals complaint_rate { 2027-01 0.05%  2027-01 0.06% }',
  good: 'actuals complaint_rate { 2027-01 0.05%  2027-02 0.06% }',
  check(plan, report) {
    const firsts = new Map<string, ActualRow>()
    for (const block of plan.all('actuals')) {
      const number = plan.find(block.of, 'measure', 'metric')
      if (!number) continue
      for (const row of block.rows) {
        const key = `${number.name} ${row.period.start} ${row.period.end}`
        const first = firsts.get(key)
        if (!first) {
          firsts.set(key, row)
          continue
        }
        const parts = { name: number.name, period: row.period.text, first: first.value.text, second: row.value.text }
        report(row, t('`{name}` has two values for {period}: {first} and {second}. Keep one.', parts), {
          about: block,
          other: row.period.text,
          related: [{ place: first.place, message: t('The first value, {first}', parts) }],
          fixes: [removeAt(row.place, t('Remove this row'))],
        })
      }
    }
  },
})
