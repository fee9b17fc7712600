import { type Step, waitedKinds } from '../elements/elements.js'
import { activeSteps } from '../model/active.js'
import { isGiven } from '../model/given-clauses.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'

/**
 * The names of all steps that serve a goal: with `for`, or waiting, directly or not, for a step that has it. A step that waits for an
 * unknown name counts, since that name may serve one. Breadth first over the reversed `after`, so linear in the dependencies.
 */
export const servingSteps = once((plan: Plan): ReadonlySet<string> => {
  const steps: readonly Step[] = activeSteps(plan)
  const waiting = new Map<string, string[]>()
  const link = (from: string, to: string) => {
    const list = waiting.get(from)
    if (list) list.push(to)
    else waiting.set(from, [to])
  }
  const serving = new Set<string>()
  for (const step of steps) {
    for (const ref of step.after) link(ref.name, step.name)
    if (step.phase !== undefined) link(step.name, step.phase)
    if (isGiven(step, 'for') || step.after.some((ref) => !plan.find(ref, ...waitedKinds))) serving.add(step.name)
  }
  for (const name of serving) for (const next of waiting.get(name) ?? []) serving.add(next)
  return serving
})
