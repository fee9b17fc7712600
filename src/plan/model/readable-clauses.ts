import type { ElementBase, ElementKind } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import type { Plan } from './plan.js'

/** The kinds that an audience or actor may be of. */
export const actorKinds = ['stakeholder', 'person', 'team', 'role'] as const

/** The kinds that a report may go to. */
export const readerKinds = [...actorKinds, 'segment'] as const

/**
 * True when nothing about a clause is open: all its names are elements of the kinds, and it could be read to its end. Where it is not,
 * rules that count what the clause names stay silent.
 */
export function isCertain(plan: Plan, element: ElementBase, keyword: string, refs: readonly Ref[], kinds: readonly ElementKind[]): boolean {
  return areReadable(element, [keyword]) && areOfKinds(plan, refs, kinds)
}

/** True when every clause of these words could be read to its end. */
export function areReadable(element: ElementBase, keywords: readonly string[]): boolean {
  for (const clause of element.clauses) if (!clause.readable && keywords.includes(clause.keyword)) return false
  return true
}

/** True when all names are elements of the kinds. */
export function areOfKinds(plan: Plan, refs: readonly Ref[], kinds: readonly ElementKind[]): boolean {
  for (const ref of refs) {
    const element = plan.byName(ref.name)
    if (element === undefined || !kinds.includes(element.kind)) return false
  }
  return true
}
