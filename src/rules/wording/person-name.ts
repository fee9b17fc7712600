import type { PlanElement } from '../../plan/elements/elements.js'

/** How a message calls a person, by their own name; everything else, and a person without one, by its name in the plan. */
export function personName(element: PlanElement): string {
  return element.kind === 'person' && element.title?.text ? element.title.text : `\`${element.name}\``
}
