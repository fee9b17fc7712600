import type { PlanElement } from '../../plan/elements/elements.js'
import type { ReadFile, RefUse } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'

/** True when an offset lies in a place or directly behind it, as a cursor does. */
export function touches(place: Place, offset: number): boolean {
  return place.start <= offset && offset <= place.end
}

/** The elements around an offset, outermost first. */
export function elementsAround(file: ReadFile, offset: number): readonly PlanElement[] {
  return file.elements
    .filter((element) => touches(element.extent, offset))
    .sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end)
}

/** The name in a clause that the cursor is at. */
export function refAt(file: ReadFile, offset: number): RefUse | undefined {
  return file.refs.find(({ ref }) => touches(ref.place, offset))
}

/** The element whose own name the cursor is at. */
export function declaredAt(file: ReadFile, text: string, offset: number): PlanElement | undefined {
  return file.elements.find((element) => isNamed(element, text) && touches(element.place, offset))
}

/** True when the element's place is that of its name, not of its title or keyword. */
export function isNamed(element: PlanElement, text: string): boolean {
  return element.name !== '' && text.slice(element.place.start, element.place.end) === element.name
}
