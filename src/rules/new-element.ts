import { outermost } from '../plan/defaults.js'
import type { PlanElement } from '../plan/elements.js'
import type { Plan } from '../plan/plan.js'

/**
 * The element behind which a new one of these kinds belongs: the last of its kind in the plan's own file, else the last element there.
 * Undefined for a plan without elements.
 */
export function lastOf(plan: Plan, ...kinds: readonly PlanElement['kind'][]): PlanElement | undefined {
  const file = plan.strategy?.place.file ?? plan.root
  const inFile = plan.elements.filter((element) => element.place.file === file)
  const last = inFile.findLast((element) => kinds.includes(element.kind)) ?? inFile.at(-1)
  return last && outermost(plan, last)
}
