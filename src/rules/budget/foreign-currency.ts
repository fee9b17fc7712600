import { t } from '@vscode/l10n'
import type { BudgetLine, PlanElement } from '../../plan/elements/elements.js'
import { allCosts, amountsOf, budgetCurrency, costCurrency, currencyOf } from '../../plan/money/money.js'
import type { Measurement } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'

export const foreignCurrency = rule({
  code: 'budget/foreign-currency',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'All amounts of a plan are in one currency.',
  why: 'A plan has no exchange rate, so amounts in two currencies cannot be added or compared.',
  fix: "Give the amount in the plan's currency, at the rate that you plan with.",
  bad: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  300 EUR from design
}`,
  good: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  330 USD from design
}`,
  check(plan, report) {
    const judge = (element: PlanElement, value: Measurement, currency: string | undefined) => {
      const own = currencyOf(value)
      if (own === undefined || currency === undefined || own === currency) return
      report(
        value,
        plan.strategy?.currency
          ? t('`{name}` is in {own} and the plan in {currency}, and there is no exchange rate. Give it in {currency}.', {
              name: element.name,
              own,
              currency,
            })
          : t('`{name}` is in {own} and its budget in {currency}, and there is no exchange rate. Give it in {currency}.', {
              name: element.name,
              own,
              currency,
            }),
        { about: element },
      )
    }
    for (const budget of plan.all('budget')) {
      const currency = budgetCurrency(plan, budget)
      const ofLine = new Map(budget.lines.flatMap((line) => amountsIn(line).map((value) => [value, line] as const)))
      for (const value of amountsOf(budget)) judge(ofLine.get(value) ?? budget, value, currency)
    }
    for (const cost of allCosts(plan)) judge(cost.element, cost.clause.value, costCurrency(plan, cost))
  },
})

function amountsIn(line: BudgetLine): Measurement[] {
  return [line.amount, line.spent, ...line.rows.map((row) => row.value)].filter((value) => value !== undefined)
}
