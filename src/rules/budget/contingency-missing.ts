import { t } from '@vscode/l10n'
import { freeName } from '../../plan/model/defaults.js'
import { exceeds, money } from '../../plan/money/money.js'
import { compare, subtract } from '../../plan/quantity/exact.js'
import { contingencyWordIn } from '../../plan/words/contingency.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, quoted } from '../fixes/fixes.js'
import { writtenMoney } from './budget.js'

export const contingencyMissing = rule({
  code: 'budget/contingency-missing',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  summary: 'A budget keeps a line for surprises.',
  why: 'Something always costs more than planned, and a small reserve saves a new approval.',
  fix: 'Add a line named contingency, reserve or buffer.',
  bad: `budget q1_money "Quarter one" total 5_300 USD owner summer {
  line design   "Template design" 3_500 USD
  line cleaning "List cleaning"   1_800 USD
}`,
  good: `budget q1_money "Quarter one" total 5_500 USD owner summer {
  line design   "Template design" 3_500 USD
  line cleaning "List cleaning"   1_800 USD
  line reserve  "Reserve"           200 USD
}`,
  check(plan, report) {
    for (const { budget, total, sumOfLines, currency } of money(plan).budgets) {
      if (budget.lines.length === 0 || !exceeds(total, '0')) continue
      if (budget.lines.some((line) => contingencyWordIn(`${line.name} ${line.title?.text ?? ''}`) !== undefined)) continue
      const rest = total !== undefined && sumOfLines !== undefined ? subtract(total, sumOfLines) : '0'
      const amount = writtenMoney(compare(rest, '0') > 0 ? rest : '0', currency)
      const line = `line ${freeName(plan, 'contingency')} ${quoted(t('Contingency'))} ${amount}`
      report(budget, t('`{name}` has no contingency. A small line for surprises saves a new approval.', { name: budget.name }), {
        fixes: [insertClauses(budget, [line])],
      })
    }
  },
})
