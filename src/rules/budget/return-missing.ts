import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { budgetCurrency } from '../../plan/money/money.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { writtenMoney } from './budget.js'

export const returnMissing = rule({
  code: 'budget/return-missing',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  summary: 'A budget for a goal or campaign says what it should bring back.',
  why: 'Return on marketing investment is return less cost over cost, and without a return it cannot be shown.',
  fix: 'Add `returns` with what it is and the amount that you expect.',
  bad: `budget mail_money "Money for better mail" total 500 USD owner summer for keepable_mail { 2027-Q1 500 USD }`,
  good: `budget mail_money "Money for better mail" total 500 USD owner summer for keepable_mail returns "Orders kept" 1_500 USD { 2027-Q1 500 USD }`,
  check(plan, report) {
    for (const budget of plan.all('budget')) {
      if (budget.for.length === 0 || isGiven(budget, 'returns')) continue
      const clause = `returns "${t('Expected return')}" ${writtenMoney('0', budgetCurrency(plan, budget))}`
      report(budget, t('`{name}` expects no return, so its return on investment cannot be shown. Add `returns`.', { name: budget.name }), {
        fixes: [insertClauses(budget, [clause])],
      })
    }
  },
})
