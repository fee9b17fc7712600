import type { PlanElement } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import type { Plan } from '../../plan/model/plan.js'
import { answererBehind, meantBy } from '../../plan/people/answering.js'
import { divide, toNumber } from '../../plan/quantity/exact.js'
import type { Exact, Span, Unit } from '../../plan/quantity/quantity.js'
import { formatMeasurement } from '../../plan/quantity/units.js'
import type { Place } from '../../plan/text/place.js'
import type { Amount, At, Days, Label, PlaceView } from '../model.js'

/** Tells the line of a place, counted from 1; undefined where the texts are not at hand. */
export type Positions = (place: Place) => { readonly line: number } | undefined

/** How elements, places and amounts of one plan are named. */
export interface Naming {
  readonly at: (place: Place) => At
  /** The places named so far. */
  readonly places: readonly PlaceView[]
  readonly label: (element: PlanElement) => Label
  /** A role that one person fills is shown as that person; names that mean nothing are shown as they are written. */
  readonly labels: (refs: readonly Ref[]) => readonly Label[]
  readonly labelOf: (ref: Ref | undefined) => Label | undefined
  /** Those who answer where the names stand, each once. */
  readonly answerers: (refs: readonly Ref[]) => readonly Label[]
}

export function namingOf(plan: Plan, positions: Positions): Naming {
  const places: PlaceView[] = []
  const known = new Map<string, At>()
  const at = ({ file, start, end }: Place): At => {
    const key = `${file} ${start} ${end}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, places.length)
    return places.push({ file, start, end, line: positions({ file, start, end })?.line }) - 1
  }
  const label = (element: PlanElement): Label => ({
    name: element.name,
    title: element.title?.text || element.name,
    at: at(element.place),
  })
  const named = (ref: Ref): Label => {
    const element = plan.byName(ref.name)
    return element ? label(meantBy(plan, element)) : { name: ref.name, title: ref.name, at: at(ref.place) }
  }
  const answerers = (refs: readonly Ref[]): readonly Label[] => {
    const found = new Map<PlanElement | string, Label>()
    for (const ref of refs) {
      const answerer = answererBehind(plan, ref)
      found.set(answerer ?? ref.name, answerer ? label(answerer) : named(ref))
    }
    return [...found.values()]
  }
  return { at, places, label, labels: (refs) => refs.map(named), labelOf: (ref) => ref && named(ref), answerers }
}

/** A value in base units as the views hold it; with so many digits behind the point, else with all that it has. */
export function amountIn(unit: Unit | undefined, base: Exact | undefined, decimals?: number): Amount | undefined {
  if (base === undefined) return undefined
  if (!unit) return { value: toNumber(base), text: base }
  return { value: toNumber(divide(base, unit.scale) ?? base), text: inOnePiece(formatMeasurement(base, unit, decimals)) }
}

/** A number whose groups of thousands stay on one line. */
export function inOnePiece(text: string): string {
  return text.replace(/(\d) (?=\d{3})/g, '$1\u202f')
}

export function daysOf(span: Pick<Span, 'start' | 'end'> | undefined): Days | undefined {
  return span && { start: span.start, end: span.end }
}
