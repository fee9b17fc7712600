import type { ElementBase, GivenClause } from '../elements/elements.js'

/** True when the element has the clause at all, even one that could not be read or whose names are unknown. */
export function isGiven(element: ElementBase, keyword: string): boolean {
  for (const clause of element.clauses) if (clause.keyword === keyword) return true
  return false
}

/** The clauses of one word, in order. */
export function clausesOf(element: ElementBase, keyword: string): readonly GivenClause[] {
  return element.clauses.filter((clause) => clause.keyword === keyword)
}
