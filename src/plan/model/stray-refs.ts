import type { PlanElement } from '../elements/elements.js'
import type { RefUse } from '../elements/source.js'
import { once } from './once.js'
import type { Plan } from './plan.js'

/** A name that stands where an element of another kind is expected. */
export interface MisplacedRef {
  readonly use: RefUse
  readonly target: PlanElement
}

/** The names in the text that do not lead where they should, each list in order. */
export interface StrayRefs {
  /** Nothing of the plan bears the name. */
  readonly unknown: readonly RefUse[]
  readonly misplaced: readonly MisplacedRef[]
}

/** Found in one look at every name, since a plan has many and few of them are astray. */
export const strayRefs = once((plan: Plan): StrayRefs => {
  const unknown: RefUse[] = []
  const misplaced: MisplacedRef[] = []
  const { byNames, refs } = plan
  for (const use of refs) {
    const target = byNames.get(use.ref.name)
    if (!target) unknown.push(use)
    else if (!use.expects.includes(target.kind)) misplaced.push({ use, target })
  }
  return { unknown, misplaced }
})
