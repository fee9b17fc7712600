import type { Goal } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type Interval, isBounded } from './interval.js'
import type { Claim, PlanNetwork } from './network.js'
import { networksOf } from './networks.js'
import { propagate } from './propagation.js'

/** What a target needs of the number before it, at the target of the rate between them. */
export interface Need {
  readonly target: Claim
  readonly number: string
  /** In base units, from values as written. */
  readonly needed: Interval
  /** What the plan says of that number for the same days. */
  readonly planned: Claim | undefined
}

/** The needs of a goal's targets. */
export function needsOf(plan: Plan, goal: Goal): readonly Need[] {
  return allNeeds(plan).get(goal) ?? []
}

const allNeeds = once((plan: Plan): ReadonlyMap<Goal, readonly Need[]> => {
  const byGoal = new Map<Goal, Need[]>()
  for (const network of networksOf(plan))
    for (const need of needsIn(network)) {
      const { goal } = need.target.said
      const known = goal && byGoal.get(goal)
      if (known) known.push(need)
      else if (goal) byGoal.set(goal, [need])
    }
  return byGoal
})

function needsIn(network: PlanNetwork): Need[] {
  const targets = new Map<number, Claim>()
  for (const claim of network.claims) if (claim.said.role === 'target' && !targets.has(claim.variable)) targets.set(claim.variable, claim)
  return network.equations.flatMap(({ result, expression }) => {
    if (expression.type !== 'divide' || expression.left.type !== 'variable' || expression.right.type !== 'variable') return []
    const [rate, target] = [targets.get(result), targets.get(expression.left.variable)]
    const before = network.factsOf(expression.right.variable)
    if (!rate || !target || !before) return []
    const nominal = [rate, target].map((claim) => ({ ...claim, interval: claim.nominal }))
    const needed = propagate(network, nominal, true).of(expression.right.variable)
    return isBounded(needed) ? [{ target, number: before.name, needed, planned: targets.get(expression.right.variable) }] : []
  })
}
