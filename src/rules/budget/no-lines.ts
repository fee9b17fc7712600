import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { exceeds, money } from '../../plan/money/money.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, quoted } from '../fixes/fixes.js'
import { formatMoney, writtenMoney } from './budget.js'

export const noLines = rule({
  code: 'budget/no-lines',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  summary: 'A budget says what its money is for, in lines or periods.',
  why: 'Of money in one heap nobody can say what is spent as planned, and what is left.',
  fix: 'Add a line for each purpose, or a row for each period.',
  bad: 'budget q1_money "Quarter one" total 6_000 USD owner summer',
  good: `budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 90%
  line contingency "Contingency"     10%
}`,
  check(plan, report) {
    for (const { budget, total, currency } of money(plan).budgets) {
      if (!exceeds(total, '0') || total === undefined || budget.lines.length > 0 || isGiven(budget, 'row')) continue
      const line = `line everything ${quoted(t('Everything'))} ${writtenMoney(total, currency)}`
      report(
        budget,
        t('`{name}` holds {amount} and no line says what for. Add a line for each purpose, or a row for each period.', {
          name: budget.name,
          amount: formatMoney(total, currency),
        }),
        { fixes: [insertClauses(budget, [line])] },
      )
    }
  },
})
