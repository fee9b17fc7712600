import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type Interval, isBounded } from './interval.js'
import type { Claim, PlanNetwork } from './network.js'
import { networksOf } from './networks.js'
import { propagate, smallestContradiction } from './propagation.js'
import type { Said } from './statements.js'

/** What a plan says of several numbers that cannot all hold. Without any of the members the others could. */
export interface Contradiction {
  /** In the order of the text. */
  readonly members: readonly Claim[]
  /** The last of them in the text that somebody decides: a target, guard or budget. */
  readonly at: Claim
  /** What the other members make of the number of `at`, in base units, from values as written. */
  readonly implied: Interval
  /** For each other member that is a target, guard or budget: what its number would have to be. In base units; unbounded ones are left out. */
  readonly remedies: readonly { readonly claim: Claim; readonly needed: Interval }[]
  /** Planned money is among them. */
  readonly isAboutMoney: boolean
}

/** Numbers that hang together are searched so often for sets of contradicting ones. */
const mostSearches = 40

/** Every smallest set of targets, guards, budgets and limits that contradict each other, by the formulas of the plan. */
export const contradictions = once((plan: Plan): readonly Contradiction[] =>
  networksOf(plan)
    .flatMap((network) => contradictionsIn(network))
    .sort((a, b) => byPlace(a.at.said, b.at.said)),
)

function contradictionsIn(network: PlanNetwork): Contradiction[] {
  return network.components().flatMap((claims) => {
    if (!propagate(network, claims).contradiction) return []
    const told = new Set<Said>()
    return smallestSets(network, claims).flatMap((members) => {
      const at = members
        .filter(isDecided)
        .toSorted((a, b) => byPlace(a.said, b.said))
        .at(-1)
      if (!at || told.has(at.said)) return []
      told.add(at.said)
      return [contradiction(network, members, at)]
    })
  })
}

/**
 * Smallest contradicting sets, the shortest first: leaving out each member of a set in turn leads to others (R. Reiter, "A theory of diagnosis
 * from first principles", 1987; cut off after a number of searches).
 */
function smallestSets(network: PlanNetwork, claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const sets = new Map<string, readonly Claim[]>()
  const waiting: (readonly Claim[])[] = [claims]
  for (let at = 0; at < waiting.length && at < mostSearches; at++) {
    const members = smallestContradiction(network, waiting[at] ?? [])
    if (!members) continue
    const key = members.map((one) => network.claims.indexOf(one)).join()
    if (sets.has(key)) continue
    sets.set(key, members)
    for (const member of members) waiting.push((waiting[at] ?? []).filter((one) => one.said !== member.said))
  }
  return [...sets.values()].toSorted((a, b) => a.length - b.length)
}

function isDecided({ said }: Claim): boolean {
  return said.role !== 'limit'
}

function contradiction(network: PlanNetwork, members: readonly Claim[], at: Claim): Contradiction {
  const others = members.filter((one) => one !== at)
  return {
    members: members.toSorted((a, b) => byPlace(a.said, b.said)),
    at,
    implied: neededFor(network, members, at),
    remedies: others.filter(isDecided).flatMap((claim) => {
      const needed = neededFor(network, members, claim)
      return isBounded(needed) ? [{ claim, needed }] : []
    }),
    isAboutMoney: members.some(({ said }) => said.role === 'budget'),
  }
}

/** What all claims but one make of its number, from values as written. */
function neededFor(network: PlanNetwork, claims: readonly Claim[], claim: Claim): Interval {
  const others = claims.filter((one) => one !== claim).map((one) => ({ ...one, interval: one.nominal }))
  return propagate(network, others, true).of(claim.variable)
}

function byPlace(a: Said, b: Said): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1
  return a.place.start - b.place.start
}
