import type { PlanElement } from '../elements/elements.js'
import { inNameOrder } from './name-order.js'
import type { Plan } from './plan.js'

/** The person that a new clause may name until somebody decides: the strategy's owner, else its supervisor, else the first person. */
export function defaultPerson(plan: Plan): string | undefined {
  const { strategy } = plan
  if (strategy) {
    const named = [...strategy.owners, ...(strategy.supervisor ? [strategy.supervisor] : [])]
    const [person] = plan.findAll(named, 'person')
    if (person) return person.name
  }
  return inNameOrder(plan, 'person')[0]?.name
}

/** A name that no element of the plan bears: the wish itself, else with `_2`, `_3` and so on behind it. */
export function freeName(plan: Plan, wish: string): string {
  if (!plan.byName(wish)) return wish
  for (let number = 2; ; number++) {
    const name = `${wish}_${number}`
    if (!plan.byName(name)) return name
  }
}

/** The top-level element that an element stands in, or itself. */
export function outermost(plan: Plan, element: PlanElement): PlanElement {
  const [name] = element.path
  const around = name !== undefined && name !== element.name ? plan.byName(name) : undefined
  const holds =
    around?.extent.file === element.extent.file && around.extent.start <= element.extent.start && around.extent.end >= element.extent.end
  return holds ? around : element
}
