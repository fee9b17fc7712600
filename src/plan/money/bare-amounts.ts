import type { PlanElement } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import type { Measurement } from '../quantity/quantity.js'
import { amountsOf, budgetCurrency, costCurrency, currencyOf } from './money.js'

/**
 * Amounts of money of an element (not of those inside of it) that name no currency where nothing else does: neither the strategy nor
 * another amount of the same budget. A library takes the currency of the plan that imports it.
 */
export function amountsWithoutCurrency(plan: Plan, element: PlanElement): readonly Measurement[] {
  if (plan.isLibrary || plan.strategy?.currency) return []
  return moneyOf(plan, element).filter((value) => value.unit.nature === 'plain')
}

function moneyOf(plan: Plan, element: PlanElement): readonly Measurement[] {
  switch (element.kind) {
    case 'budget': {
      const all = amountsOf(element)
      const inLines = new Set(element.lines.flatMap(amountsOfLine))
      return all.some(currencyOf) ? [] : all.filter((value) => !inLines.has(value))
    }
    case 'line': {
      const budget = plan.find({ name: element.budget }, 'budget')
      const isSaid = budgetCurrency(plan, budget) !== undefined || (budget && amountsOf(budget).some(currencyOf))
      return isSaid ? [] : amountsOfLine(element)
    }
    case 'task':
      return element.costs
        .filter((clause) => costCurrency(plan, { element, clause, amount: undefined }) === undefined)
        .map(({ value }) => value)
    case 'tool': {
      const clause = element.costs
      return clause && costCurrency(plan, { element, clause, amount: undefined }) === undefined ? [clause.value] : []
    }
    default:
      return []
  }
}

function amountsOfLine({ amount, spent, rows }: Extract<PlanElement, { kind: 'line' }>): readonly Measurement[] {
  return [amount, spent, ...rows.map(({ value }) => value)].filter((value) => value !== undefined)
}
