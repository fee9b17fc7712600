import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { compareText } from '../text/compare-text.js'
import { divisorsOf } from './divisors.js'
import { type Interval, isBounded } from './interval.js'
import type { Claim, PlanNetwork } from './network.js'
import { networksOf } from './networks.js'
import { propagate, smallestContradiction } from './propagation.js'
import type { Said } from './statements.js'

/** What a plan says of several numbers that cannot all hold. Without any of the members the others could. */
export interface Contradiction {
  /** What is counted first, then by name: the same in whatever order the text says it. */
  readonly members: readonly Claim[]
  /** The one that comes of the others: a target before guards and budgets, what is counted before rates, with planned money the cost. */
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
    const sets = smallestSets(network, claims)
    return sets.flatMap((members) => {
      const at = resultOf(network, members)
      // what is mended at a member that was told mends a longer set too
      const isLonger = members.length > (sets[0]?.length ?? 0)
      if (!at || told.has(at.said) || (isLonger && members.some(({ said }) => told.has(said)))) return []
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
  return [...sets.values()].toSorted((a, b) => a.length - b.length || compareText(namesOf(a), namesOf(b)))
}

function namesOf(members: readonly Claim[]): string {
  return members
    .map(({ said }) => `${said.number} ${said.goal?.name ?? ''}`)
    .sort(compareText)
    .join()
}

/** The member whose value the message computes from the others. */
function resultOf(network: PlanNetwork, members: readonly Claim[]): Claim | undefined {
  const hasMoney = members.some(({ said }) => said.role === 'budget')
  const divisors = new Set(members.flatMap(({ variable }) => [...divisorsOf(network.factsOf(variable))]))
  const rank = ({ said, variable }: Claim): number => {
    if (said.role !== 'target') return said.role === 'guard' ? 3 : 4
    const isRate = network.factsOf(variable)?.isQuotient === true
    if (hasMoney) return isRate ? 0 : divisors.has(said.number) ? 2 : 1
    return divisors.has(said.number) ? 2 : isRate ? 1 : 0
  }
  return members.filter(isDecided).toSorted((a, b) => rank(a) - rank(b) || latestFirst(a.said, b.said))[0]
}

function latestFirst(a: Said, b: Said): number {
  return (
    compareText(b.window?.end ?? '', a.window?.end ?? '') ||
    compareText(a.number, b.number) ||
    compareText(a.goal?.name ?? '', b.goal?.name ?? '')
  )
}

function isDecided({ said }: Claim): boolean {
  return said.role !== 'limit'
}

function contradiction(network: PlanNetwork, members: readonly Claim[], at: Claim): Contradiction {
  const inOrder = members.toSorted((a, b) => countsFirst(network, a, b))
  const others = inOrder.filter((one) => one !== at)
  return {
    members: inOrder,
    at,
    implied: neededFor(network, members, at),
    remedies: others.filter(isDecided).flatMap((claim) => {
      const needed = neededFor(network, members, claim)
      return isBounded(needed) ? [{ claim, needed }] : []
    }),
    isAboutMoney: members.some(({ said }) => said.role === 'budget'),
  }
}

function countsFirst(network: PlanNetwork, a: Claim, b: Claim): number {
  const isRate = ({ variable }: Claim) => Number(network.factsOf(variable)?.isQuotient === true)
  return isRate(a) - isRate(b) || compareText(a.said.number, b.said.number) || latestFirst(b.said, a.said)
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
