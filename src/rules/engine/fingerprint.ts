import { sha256 } from '@noble/hashes/sha2.js'
import type { PlanElement } from '../../plan/elements/elements.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { firstFrom } from '../../plan/text/first-from.js'
import type { Place } from '../../plan/text/place.js'

/** Where a place lies in terms of the plan: its element and the clause in it. */
export interface Spot {
  readonly element: PlanElement | undefined
  readonly clause: string | undefined
  readonly firstName: string | undefined
}

/** Finds the innermost element and the clause of any place; a look-up costs a binary search. */
export class Locator {
  private readonly byFile = new Map<string, readonly PlanElement[]>()

  constructor(plan: Plan) {
    for (const file of plan.files)
      this.byFile.set(
        file.path,
        [...file.elements].sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end),
      )
  }

  spot(place: Place): Spot {
    const element = this.elementAt(place)
    const clause = element?.clauses.find((one) => one.place.start <= place.start && place.end <= one.place.end)
    return { element, clause: clause?.keyword, firstName: clause?.firstName }
  }

  /** The innermost element that holds the place. */
  elementAt(place: Place): PlanElement | undefined {
    const elements = this.byFile.get(place.file) ?? []
    const behind = firstFrom(elements, ({ extent }) => extent.start <= place.start)
    for (let index = behind - 1; index >= 0; index--) {
      const element = elements[index]
      if (element && place.end <= element.extent.end) return element
      if (element && element.path.length === 1 && element.extent.end < place.start) return undefined
    }
    return undefined
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
