import type { Goal, Objective } from '../elements/elements.js'
import { isGiven } from '../model/given-clauses.js'
import type { Plan } from '../model/plan.js'

/** The objective whose braces hold a goal. */
export function objectiveAround(plan: Plan, { objective }: Goal): Objective | undefined {
  const found = objective === undefined ? undefined : plan.byName(objective)
  return found?.kind === 'objective' ? found : undefined
}

/** True when the objective that holds a goal has the clause, even one that could not be read. */
export function isGivenAbove(plan: Plan, goal: Goal, keyword: string): boolean {
  const objective = objectiveAround(plan, goal)
  return objective !== undefined && isGiven(objective, keyword)
}
