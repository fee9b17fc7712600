import type { PlanElement } from '../../plan/elements/elements.js'
import { outermost } from '../../plan/model/defaults.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'

/**
 * The element behind which a new one of these kinds belongs: the last of its kind in the plan's own file, else the last element there.
 * Undefined for a plan without elements.
 */
export function lastOf(plan: Plan, ...kinds: readonly PlanElement['kind'][]): PlanElement | undefined {
  const { byKind, last } = lastElements(plan)
  const found = kinds.flatMap((kind) => byKind.get(kind) ?? [])
  const latest = found.reduce<PlanElement | undefined>((best, one) => (best && best.place.start > one.place.start ? best : one), undefined)
  const element = latest ?? last
  return element && outermost(plan, element)
}

const lastElements = once((plan: Plan) => {
  const file = plan.strategy?.place.file ?? plan.root
  const inFile = plan.elements.filter((element) => element.place.file === file)
  return { byKind: new Map(inFile.map((element) => [element.kind, element])), last: inFile.at(-1) }
})
