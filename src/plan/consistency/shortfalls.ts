import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { divisorsOf } from './divisors.js'
import type { Interval } from './interval.js'
import type { Claim, PlanNetwork } from './network.js'
import { networksOf } from './networks.js'
import { propagate, smallestContradiction } from './propagation.js'
import { type SeenClaim, seenNow } from './seen-now.js'

/** A target that is out of reach with today's values of the numbers that nothing in the plan moves, even at the best end of what is likely. */
export interface Shortfall {
  readonly target: Claim
  /** The quotients as they are today. */
  readonly rates: readonly SeenClaim[]
  /** The number that would have to be higher, as planned or as it is today. Undefined where only the rates are in the way. */
  readonly upstream: Claim | SeenClaim | undefined
  /** What the upstream number would have to be at what is likely of the rates. */
  readonly needed: Interval | undefined
  /** What the target's number comes to, from values as written. */
  readonly implied: Interval
}

/** So many shortfalls that hang together are told. */
const most = 20

/** The targets that need more than the plan and today's values give; none where the targets contradict each other. */
export const shortfalls = once((plan: Plan): readonly Shortfall[] => networksOf(plan).flatMap((network) => shortfallsIn(plan, network)))

export function isSeen(claim: Claim): claim is SeenClaim {
  return claim.said.role === 'actual'
}

function shortfallsIn(plan: Plan, network: PlanNetwork): Shortfall[] {
  const seen = seenNow(plan, network)
  if (seen.length === 0) return []
  return network.components(seen).flatMap((claims) => {
    const own = claims.filter((claim) => !isSeen(claim))
    if (own.length === claims.length || propagate(network, own).contradiction) return []
    const found: Shortfall[] = []
    // what is known of today gives way first, so that a set holds as little of it as possible
    let left: readonly Claim[] = claims
    while (found.length < most) {
      const members = smallestContradiction(network, left)
      const target = members?.find((one) => isOutOfReach(network, members, one))
      if (members && target) found.push(shortfall(network, members, target))
      const dropped = target ?? members?.findLast(isSeen)
      if (!dropped) break
      left = left.filter((one) => one !== dropped)
    }
    return found
  })
}

/** A target to be raised to whose number the others leave below it. What a rate is divided by comes before it, and is no result of it. */
function isOutOfReach(network: PlanNetwork, members: readonly Claim[], claim: Claim): boolean {
  const { aim } = claim.said
  const wanted = claim.interval.low
  if (aim?.direction !== 1 || !wanted) return false
  if (ratesAmong(network, members).some((rate) => divisorsOf(network.factsOf(rate.variable)).has(claim.said.number))) return false
  const { high } = propagate(
    network,
    members.filter((one) => one !== claim),
  ).of(claim.variable)
  return high !== undefined && high.compare(wanted) < 0
}

function shortfall(network: PlanNetwork, members: readonly Claim[], target: Claim): Shortfall {
  const others = members.filter((one) => one !== target)
  const rates = ratesAmong(network, others)
  const upstream = others.find((one) => !rates.some((rate) => rate === one) && one.said.role !== 'limit')
  const nominal = others.map((one) => ({ ...one, interval: one.nominal }))
  const needed =
    upstream &&
    propagate(
      network,
      members.filter((one) => one !== upstream).map((one) => (one === target ? { ...one, interval: one.nominal } : one)),
      true,
    ).of(upstream.variable)
  return { target, rates, upstream, needed, implied: propagate(network, nominal, true).of(target.variable) }
}

function ratesAmong(network: PlanNetwork, members: readonly Claim[]): readonly SeenClaim[] {
  return members.filter(isSeen).filter((claim) => network.factsOf(claim.variable)?.isQuotient)
}
