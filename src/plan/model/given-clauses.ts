import type { ElementBase, GivenClause } from '../elements/elements.js'

/** True when the element has the clause at all, even one that could not be read or whose names are unknown. */
export function isGiven(element: ElementBase, keyword: string): boolean {
  return element.clauses.some((clause) => clause.keyword === keyword)
}

/** The clauses of one word, in order. */
export function clausesOf(element: ElementBase, keyword: string): readonly GivenClause[] {
  return element.clauses.filter((clause) => clause.keyword === keyword)
}
