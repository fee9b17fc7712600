import type { ActualRow } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { add, compare, exact, multiply } from '../quantity/exact.js'
import { nextPeriod, type Period, periodAt } from '../quantity/periods.js'
import type { Exact, Unit, Window } from '../quantity/quantity.js'
import { actualsOf } from './actuals.js'
import { amountOn } from './aims.js'
import type { NumberFacts } from './numbers.js'

/** What a number that adds up has come to within a window on the status date. Values are in base units. */
export interface SumWithin {
  readonly unit: Unit
  readonly sumSoFar: Exact
  /** The latest actual in it. */
  readonly last: ActualRow
  /** The value of the best period that is known, of this window or before it. */
  readonly best: Exact
  /** The periods of the window that have no value yet. */
  readonly open: readonly Period[]
  /** The sum so far, and the best period for each open one. */
  readonly most: Exact
}

/** Undefined where no value of the number's own grain stands for a period of the window. A period that reaches into the window counts in whole. */
export function sumWithin(plan: Plan, facts: NumberFacts, window: Window): SumWithin | undefined {
  const { grain, unit } = facts
  if (!grain || !unit) return undefined
  const values = new Map<string, { readonly row: ActualRow; readonly value: Exact }>()
  let best: Exact | undefined
  for (const row of actualsOf(plan, facts.name)) {
    const value = row.period.grain === grain && row.period.start <= plan.statusDate.date ? amountOn(unit, row.value) : undefined
    if (value === undefined) continue
    if (!values.has(row.period.start)) values.set(row.period.start, { row, value })
    if (best === undefined || compare(value, best) > 0) best = value
  }
  let sumSoFar: Exact = '0'
  let last: ActualRow | undefined
  const open: Period[] = []
  for (let period = periodAt(grain, window.start); period.start <= window.end; period = nextPeriod(period)) {
    const known = values.get(period.start)
    if (known) {
      sumSoFar = add(sumSoFar, known.value)
      last = known.row
    } else open.push(period)
  }
  if (!last || best === undefined) return undefined
  return { unit, sumSoFar, last, best, open, most: add(sumSoFar, multiply(best, exact(open.length))) }
}
