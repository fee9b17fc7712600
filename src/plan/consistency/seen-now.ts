import type { ActualRow } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { latestActual } from '../numbers/actuals.js'
import { amountOn, halfDigit } from '../numbers/aims.js'
import { expectedNumbers } from '../numbers/expected-numbers.js'
import type { NumberFacts } from '../numbers/numbers.js'
import { rational } from '../quantity/exact.js'
import { periodsIn } from '../quantity/periods.js'
import type { Window } from '../quantity/quantity.js'
import { type Interval, point } from './interval.js'
import type { Claim, PlanNetwork } from './network.js'
import { likelyShare } from './wilson.js'

/** What the latest actual says of a number in a window: that it stays as it is. */
export interface SeenClaim extends Claim {
  readonly row: ActualRow
}

/**
 * Today's values of the numbers that no goal speaks of and no task wants to move. A quotient keeps its latest value, within what chance
 * allows where its counts are known; what adds up comes to as much in each period as in the latest.
 */
export function seenNow(plan: Plan, network: PlanNetwork): readonly SeenClaim[] {
  const spoken = new Set(network.claims.filter(({ said }) => said.role !== 'limit').map(({ said }) => said.number))
  return network.numbersInWindows().flatMap(({ variable, facts, window }) => {
    if (spoken.has(facts.name) || expectedNumbers(plan).has(facts.name)) return []
    const row = latestActual(plan, facts.name, plan.statusDate.date)
    const seen = row && seenIn(facts, row, window)
    if (!seen) return []
    const { place, text } = row.value
    const said = {
      role: 'actual' as const,
      number: facts.name,
      window,
      scope: undefined,
      ...seen,
      place,
      text,
      goal: undefined,
      aim: undefined,
    }
    return [{ said, variable, ...seen, hasValue: true, row }]
  })
}

function seenIn(
  facts: NumberFacts,
  row: ActualRow,
  window: Window,
): { readonly interval: Interval; readonly nominal: Interval } | undefined {
  const amount = amountOn(facts.unit, row.value)
  if (amount === undefined) return undefined
  const value = rational(amount)
  if (facts.isQuotient) {
    const half = rational(halfDigit(row.value))
    const { counts } = row.value
    const likely = counts && facts.unit?.nature === 'ratio' ? likelyShare(rational(counts.part), rational(counts.whole)) : undefined
    return { nominal: point(value), interval: likely ?? { low: value.sub(half), high: value.add(half) } }
  }
  if (facts.additivity !== 'additive' || !facts.grain || facts.element.kind !== 'measure') return undefined
  const own = periodsIn(facts.grain, row.period).length
  const wanted = periodsIn(facts.grain, window).length
  if (own !== 1 || wanted === 0) return undefined
  const total = point(value.mul(wanted))
  return { nominal: total, interval: total }
}
