import type { Goal, Guard } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type AimFacts, amountOn, halfDigit } from '../numbers/aims.js'
import { overlap } from '../numbers/goal-time.js'
import { numbers } from '../numbers/numbers.js'
import { add, compare, subtract } from '../quantity/exact.js'
import { periodAt } from '../quantity/periods.js'
import type { Exact, Window } from '../quantity/quantity.js'
import type { Place } from '../text/place.js'
import { everyGoal, type GoalFacts } from './goals.js'

/** What a measurable or a guard claims about a number during a window, in base units. */
export interface Claim {
  readonly goal: Goal
  /** Undefined for a guard. */
  readonly aim: AimFacts | undefined
  readonly guard: Guard | undefined
  readonly place: Place
  readonly window: Window
  /** The smallest and largest value that it allows. */
  readonly low: Exact | undefined
  readonly high: Exact | undefined
  readonly isAdditive: boolean
}

/** Two claims on one number with one scope; `first` is of the goal whose name comes first, wherever the goals stand. */
export interface ClaimPair {
  readonly number: string
  readonly first: Claim
  readonly second: Claim
  /** They allow no common value, or pull the number both ways. */
  readonly isConflict: boolean
}

/** Claims are compared with this many neighbours by date at most, so that a thousand goals on one number stay a thousand looks. */
const neighbours = 40

/** Pairs of claims of living goals on the same number, with equal scopes and overlapping windows; a guard counts beside another goal's measurable. */
export const claimPairs = once((plan: Plan): readonly ClaimPair[] => {
  const groups = new Map<string, { number: string; claims: { claim: Claim; order: number }[] }>()
  let order = 0
  for (const facts of everyGoal(plan).toSorted((a, b) => (a.goal.name < b.goal.name ? -1 : 1))) {
    if (facts.isDropped) continue
    const scope = [...new Set(facts.goal.scope.map((ref) => ref.name))].sort().join(' ')
    for (const { number, claim } of claimsOf(plan, facts)) {
      const key = `${number} ${scope}`
      const group = groups.get(key) ?? { number, claims: [] }
      groups.set(key, group)
      group.claims.push({ claim, order: order++ })
    }
  }
  return [...groups.values()].flatMap(({ number, claims }) => pairsIn(number, claims))
})

function claimsOf(plan: Plan, facts: GoalFacts): { number: string; claim: Claim }[] {
  const { goal, horizon } = facts
  const claims: { number: string; claim: Claim }[] = []
  for (const aim of facts.aims) {
    if (!aim.facts || !aim.targetWindow || aim.isContradictory) continue
    const isAdditive = aim.facts.additivity === 'additive'
    claims.push({
      number: aim.aim.number.name,
      claim: { goal, aim, guard: undefined, place: aim.aim.place, window: aim.targetWindow, isAdditive, ...allowed(aim) },
    })
  }
  for (const guard of goal.guards) {
    const number = plan.find(guard.number, 'measure', 'metric')
    const of = number && numbers(plan).get(number.name)
    const value = amountOn(of?.unit, guard.value)
    if (!number || !of || value === undefined || !horizon) continue
    const bounds = { low: guard.bound === 'at least' ? value : undefined, high: guard.bound === 'at most' ? value : undefined }
    const window = guard.per ? periodAt(guard.per, horizon.end) : horizon
    claims.push({
      number: number.name,
      claim: { goal, aim: undefined, guard, place: guard.place, window, isAdditive: of.additivity === 'additive', ...bounds },
    })
  }
  return claims
}

function allowed(aim: AimFacts): Pick<Claim, 'low' | 'high'> {
  const { target, direction } = aim
  const bound = aim.aim.target?.bound
  if (target === undefined) return { low: undefined, high: undefined }
  if (bound === 'at least' || (bound === undefined && direction === 1)) return { low: target, high: undefined }
  if (bound === 'at most' || (bound === undefined && direction === -1)) return { low: undefined, high: target }
  const written = aim.aim.target?.value ?? aim.aim.baseline?.value
  const room = written ? halfDigit(written) : '0'
  return { low: subtract(target, room), high: add(target, room) }
}

function pairsIn(number: string, claims: { claim: Claim; order: number }[]): ClaimPair[] {
  const sorted = claims.toSorted((a, b) =>
    a.claim.window.start < b.claim.window.start ? -1 : a.claim.window.start > b.claim.window.start ? 1 : a.order - b.order,
  )
  const pairs: (ClaimPair & { order: number })[] = []
  for (const [position, one] of sorted.entries()) {
    for (const other of sorted.slice(Math.max(0, position - neighbours), position)) {
      const [first, second] = one.order < other.order ? [one, other] : [other, one]
      if (!isComparable(first.claim, second.claim)) continue
      pairs.push({ number, first: first.claim, second: second.claim, isConflict: conflict(first.claim, second.claim), order: second.order })
    }
  }
  return pairs.sort((a, b) => a.order - b.order)
}

function isComparable(a: Claim, b: Claim): boolean {
  if (!a.aim && !b.aim) return false
  if ((!a.aim || !b.aim) && a.goal === b.goal) return false
  return overlap(a.window, b.window)
}

function conflict(a: Claim, b: Claim): boolean {
  if (a.aim && b.aim && a.aim.direction !== undefined && b.aim.direction !== undefined && a.aim.direction * b.aim.direction < 0) return true
  return excludes(a, b) || excludes(b, a)
}

/** The least that one claim asks for is more than the other allows. What adds up is comparable where the smaller window lies in the larger. */
function excludes(lower: Claim, upper: Claim): boolean {
  if (lower.low === undefined || upper.high === undefined || compare(lower.low, upper.high) <= 0) return false
  return !lower.isAdditive || (upper.window.start <= lower.window.start && lower.window.end <= upper.window.end)
}
