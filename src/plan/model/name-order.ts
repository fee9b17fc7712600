import type { ElementOf, PlanElement } from '../elements/elements.js'
import { once } from './once.js'
import type { Plan } from './plan.js'

const sorted = once((_plan: Plan) => new Map<PlanElement['kind'], readonly PlanElement[]>())

/**
 * The named elements of a kind in order of their names (code units). Whatever is said or suggested is chosen in this order, so that it does
 * not depend on where an element stands.
 */
export function inNameOrder<K extends PlanElement['kind']>(plan: Plan, kind: K): readonly ElementOf<K>[] {
  const all = plan.all(kind)
  const known = sorted(plan).get(kind)
  if (known) return known as unknown as readonly ElementOf<K>[] // filed under their kind
  const elements = byName(all.filter((element) => element.name !== ''))
  sorted(plan).set(kind, elements as unknown as readonly PlanElement[])
  return elements
}

/** A list in order of the names. */
export function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
