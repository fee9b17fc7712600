import type { PlanElement } from '../../plan/elements/elements.js'
import type { Change } from '../../plan/elements/finding.js'
import type { Ref } from '../../plan/elements/ref.js'
import { isGiven } from '../../plan/model/given-clauses.js'

/** Adds a name to a list clause, or the clause with it; nothing where the clause stands there without any name to add to. */
export function addName(element: PlanElement, keyword: string, refs: readonly Ref[], name: string): readonly Change[] {
  const last = refs.at(-1)
  if (last) return [{ type: 'append', place: last.place, text: `, ${name}` }]
  if (isGiven(element, keyword)) return []
  return [{ type: 'insert-clause', into: element.extent, text: `${keyword} ${name}` }]
}
