import type { ElementBase, GivenClause } from '../elements/elements.js'
import type { Place } from '../text/place.js'

/** True when the element has the clause at all, even one that could not be read or whose names are unknown. */
export function isGiven(element: ElementBase, keyword: string): boolean {
  return element.clauses.some((clause) => clause.keyword === keyword)
}

/** The clauses of one word, in order. */
export function clausesOf(element: ElementBase, keyword: string): readonly GivenClause[] {
  return element.clauses.filter((clause) => clause.keyword === keyword)
}

/** True when an amount within a stretch of the element is of the wrong kind: it is given, though nobody knows what it says. */
export function hasValueFaultIn(element: ElementBase, { start, end }: Place): boolean {
  for (const { place } of element.valueFaults) if (place.start >= start && place.end <= end) return true
  return false
}
