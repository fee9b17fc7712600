import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { allCosts, amountsOf } from '../../plan/money/money.js'
import { signOf } from '../../plan/quantity/exact.js'
import type { Measurement } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

export const negativeAmount = rule({
  code: 'budget/negative-amount',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Amounts in a budget and costs are not negative.',
  why: 'A negative amount makes the sums look smaller than the money that is needed.',
  fix: 'Drop the minus. Income belongs into `returns`.',
  bad: `budget q1_money "Quarter one" total 2_500 USD owner summer {
  line design      "Template design" 2_300 USD
  line refund      "Refund"           -500 USD
  line contingency "Contingency"       700 USD
}`,
  good: `budget q1_money "Quarter one" total 3_000 USD owner summer {
  line design      "Template design" 2_300 USD
  line contingency "Contingency"       700 USD
  returns "Refund" 500 USD
}`,
  check(plan, report) {
    for (const { element, value } of statedAmounts(plan)) {
      if (signOf(value.amount) >= 0) continue
      const advice =
        element.kind === 'budget' || element.kind === 'line'
          ? t('A budget line cannot be negative; use `returns` for income.')
          : t('A cost cannot be negative; use `returns` of a budget for income.')
      report(value, `${t('`{name}` holds {amount}.', { name: element.name, amount: value.text })} ${advice}`, {
        about: element,
        fixes: [replaceBy(value, value.text.replace(/^[-−–]\s*/, ''), t('Drop the minus'))],
      })
    }
  },
})

function statedAmounts(plan: Plan): { readonly element: PlanElement; readonly value: Measurement }[] {
  const stated: { element: PlanElement; value: Measurement }[] = []
  for (const budget of plan.all('budget')) {
    const ofLine = new Map(
      budget.lines.flatMap((line) => [line.amount, line.spent, ...line.rows.map((row) => row.value)].map((value) => [value, line])),
    )
    const returned = new Set(budget.returns.map((entry) => entry.value))
    for (const value of amountsOf(budget)) if (!returned.has(value)) stated.push({ element: ofLine.get(value) ?? budget, value })
  }
  for (const { element, clause } of allCosts(plan)) stated.push({ element, value: clause.value })
  return stated
}
