import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import { declaredAt, isNamed, refAt } from './places.js'
import type { FileView } from './session.js'

/** An element with every place that means it, in all plans that hold its file. */
export interface Named {
  readonly element: PlanElement
  /** The place of its own name; undefined for an element without one. */
  readonly declaration: Place | undefined
  readonly references: readonly Place[]
  readonly plans: readonly Plan[]
}

/** The element that the cursor is at: at its own name, or at a name that means it. */
export function elementAtCursor(view: FileView, offset: number): PlanElement | undefined {
  const use = refAt(view.file, offset)
  if (use) return view.plans.map((plan) => plan.byName(use.ref.name)).find((element) => element !== undefined)
  return declaredAt(view.file, view.text, offset)
}

/** Where an element is named. Cost: linear in the plans that hold it. */
export function usesOf(view: FileView, element: PlanElement): Named {
  const { folder } = view
  const { file } = element.place
  const plans = folder.rootsOf(file).flatMap((root) => folder.plan(root) ?? [])
  const files = new Map(plans.filter((plan) => isMeant(plan, element)).flatMap((plan) => plan.files.map((one) => [one.path, one] as const)))
  const references = [...files.values()].flatMap((one) =>
    one.refs.filter(({ ref }) => ref.name === element.name).map(({ ref }) => ref.place),
  )
  const isOwn = isNamed(element, folder.text(file) ?? '')
  return { element, declaration: isOwn ? element.place : undefined, references, plans }
}

function isMeant(plan: Plan, element: PlanElement): boolean {
  const place = plan.byName(element.name)?.place
  return place?.file === element.place.file && place.start === element.place.start
}
