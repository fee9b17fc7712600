import type { PlanElement } from '../plan/elements/elements.js'
import type { PlanSource, ReadFile } from '../plan/elements/source.js'
import { createPlan, type PlanSettings } from '../plan/model/create-plan.js'
import type { Plan } from '../plan/model/plan.js'
import type { Place } from '../plan/text/place.js'

/** An element with what stands in it, on either side; undefined where it is missing there. */
export interface Unit {
  readonly key: string
  readonly before: PlanElement | undefined
  readonly after: PlanElement | undefined
}

/** The element of a plan by which a change in it, or in its lines, stages or sends, is undone. */
export function unitOf(element: PlanElement, plan: Plan): PlanElement {
  if (element.kind !== 'line' && element.kind !== 'stage' && element.kind !== 'send') return element
  return plan.byName(element.path[0] ?? '') ?? element
}

/** The later plan with one unit as it was before; `before` is aligned with it. Cost: linear in the number of elements. */
export function revertedPlan(before: Plan, after: Plan, unit: Unit, settings: PlanSettings): Plan {
  const out = partsOf(unit.after, after)
  const back = partsOf(unit.before, before)
  const files = after.source.files.map((file) => without(file, out))
  const source: PlanSource = { ...after.source, files: withParts(files, before.source.files, back) }
  return createPlan(source, settings)
}

interface Parts {
  readonly elements: ReadonlySet<PlanElement>
  readonly extent: Place | undefined
}

function partsOf(element: PlanElement | undefined, plan: Plan): Parts {
  if (!element) return { elements: new Set(), extent: undefined }
  const inner =
    element.kind === 'budget' || element.kind === 'journey' || element.kind === 'campaign'
      ? plan.elements.filter((one) => one !== element && isWithin(one.extent, element.extent))
      : []
  // The tasks in a phase go their own ways.
  return { elements: new Set([element, ...inner]), extent: element.kind === 'phase' ? undefined : element.extent }
}

function isWithin(place: Place, extent: Place | undefined): boolean {
  return extent !== undefined && place.file === extent.file && place.start >= extent.start && place.end <= extent.end
}

function without(file: ReadFile, { elements, extent }: Parts): ReadFile {
  if (elements.size === 0) return file
  return {
    ...file,
    elements: file.elements.filter((element) => !elements.has(element)),
    refs: file.refs.filter(({ element }) => !elements.has(element)),
    faults: file.faults.filter(({ place }) => !isWithin(place, extent)),
    texts: file.texts.filter(({ place }) => !isWithin(place, extent)),
    words: file.words.filter(({ place }) => !isWithin(place, extent)),
  }
}

function withParts(files: readonly ReadFile[], from: readonly ReadFile[], { elements, extent }: Parts): readonly ReadFile[] {
  const [first] = elements
  const origin = first && from.find(({ path }) => path === first.place.file)
  if (!origin) return files
  const target = files.find(({ path }) => path === origin.path) ?? {
    ...origin,
    elements: [],
    imports: [],
    refs: [],
    faults: [],
    texts: [],
    words: [],
  }
  const joined: ReadFile = {
    ...target,
    elements: [...target.elements, ...origin.elements.filter((element) => elements.has(element))],
    refs: [...target.refs, ...origin.refs.filter(({ element }) => elements.has(element))],
    faults: [...target.faults, ...origin.faults.filter(({ place }) => isWithin(place, extent))],
    texts: [...target.texts, ...origin.texts.filter(({ place }) => isWithin(place, extent))],
    words: [...target.words, ...origin.words.filter(({ place }) => isWithin(place, extent))],
  }
  const others = files.filter(({ path }) => path !== joined.path)
  return [...others, joined].sort((a, b) => (a.path < b.path ? -1 : 1))
}
