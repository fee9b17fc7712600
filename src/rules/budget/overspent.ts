import { t } from '@vscode/l10n'
import { exceeds, money } from '../../plan/money/money.js'
import { levels, rule } from '../engine/rule.js'
import { formatMoney } from './budget.js'

export const overspent = rule({
  code: 'budget/overspent',
  levels: levels('-', 'W', 'W'),
  inLibraries: true,
  summary: 'No more is spent than a line or a budget holds.',
  why: 'Money that is spent beyond a line is missing somewhere else.',
  fix: 'Move money from another line, or explain the difference in a note.',
  bad: `budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 3_500 USD spent 3_900 USD
  line cleaning    "List cleaning"   1_800 USD
  line contingency "Contingency"       700 USD
}`,
  good: `budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 3_500 USD spent 3_500 USD
  line cleaning    "List cleaning"   1_800 USD
  line contingency "Contingency"       700 USD
}`,
  check(plan, report) {
    for (const { budget, lines, currency, spent, total } of money(plan).budgets) {
      for (const { line, amount, spent: onLine } of lines) {
        if (onLine === undefined || amount === undefined || !line.spent || !exceeds(onLine, amount) || line.notes.length > 0) continue
        const parts = { spent: formatMoney(onLine, currency), amount: formatMoney(amount, currency), name: line.name }
        report(
          line.spent ?? line,
          t('{spent} of {amount} are spent on `{name}`. Move money from another line, or explain it in a note.', parts),
          { about: line },
        )
      }
      if (!budget.total || spent === undefined || total === undefined || !exceeds(spent, total) || budget.notes.length > 0) continue
      const parts = { spent: formatMoney(spent, currency), amount: formatMoney(total, currency), name: budget.name }
      report(budget.total, t('{spent} of {amount} are spent from `{name}`. Raise the total, or explain it in a note.', parts), {
        about: budget,
      })
    }
  },
})
