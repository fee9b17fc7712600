import { sha256 } from '@noble/hashes/sha2.js'
import type { GivenClause, PlanElement } from '../../plan/elements/elements.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { Enclosing } from '../../plan/text/enclosing.js'
import type { Place } from '../../plan/text/place.js'

/** Where a place lies in terms of the plan: its element and the clause in it. */
export interface Spot {
  readonly element: PlanElement | undefined
  readonly clause: string | undefined
  readonly firstName: string | undefined
}

/** Finds the innermost element and the clause of any place; a look-up costs a binary search. */
export class Locator {
  private readonly byFile = new Map<string, Enclosing<PlanElement>>()
  private readonly clausesOf = new Map<PlanElement, Enclosing<readonly [number, GivenClause]>>()

  constructor(plan: Plan) {
    for (const file of plan.files) this.byFile.set(file.path, new Enclosing(file.elements, ({ extent }) => extent))
  }

  spot(place: Place): Spot {
    const element = this.elementAt(place)
    const clause = element && this.clauseAt(element, place)
    return { element, clause: clause?.keyword, firstName: clause?.firstName }
  }

  /** The innermost element that holds the place. */
  elementAt(place: Place): PlanElement | undefined {
    for (const element of this.byFile.get(place.file)?.holding(place) ?? []) return element
    return undefined
  }

  /** The first clause of an element that holds the place. */
  private clauseAt(element: PlanElement, place: Place): GivenClause | undefined {
    let clauses = this.clausesOf.get(element)
    if (!clauses) {
      clauses = new Enclosing<readonly [number, GivenClause]>([...element.clauses.entries()], ([, clause]) => clause.place)
      this.clausesOf.set(element, clauses)
    }
    let [first, found]: [number, GivenClause | undefined] = [Number.POSITIVE_INFINITY, undefined]
    for (const [number, clause] of clauses.holding(place)) if (number < first) [first, found] = [number, clause]
    return found
  }
}

export const locatorOf = once((plan: Plan) => new Locator(plan))

/**
 * The identity of a finding within its plan as 16 hex digits: the first half of the first half of a SHA-256 over what names it (rules.md
 * 1.5). It holds no line numbers, no message and no path, so that moving, reformatting and translating keep it.
 */
export function fingerprint(parts: readonly (string | number)[]): string {
  const bytes = sha256(new TextEncoder().encode(JSON.stringify(parts)))
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
