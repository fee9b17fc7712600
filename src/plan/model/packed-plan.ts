import type { PlanElement, Stage } from '../elements/elements.js'
import type { Fault, PlanSource, ReadFile } from '../elements/source.js'
import type { PlainDate } from '../quantity/quantity.js'
import { createPlan } from './create-plan.js'
import type { Plan } from './plan.js'
import type { PlanDate } from './status-date.js'

/** A value as JSON has it. An element that is meant again, as in a reference or in the list of its holder, is `{ "$element": index }`. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A plan as data, to hand to another process. What is derived is not in it: it is computed again, the same, from what is. */
export interface PackedPlan {
  readonly root: string
  readonly files: readonly Json[]
  readonly faults: readonly Fault[]
  readonly filesWithFailedImports: readonly string[]
  readonly data: readonly (readonly [string, { readonly columns: readonly string[] } | 'missing'])[] | undefined
  readonly statusDate: PlanDate
  readonly stage: Stage
}

/** Cost: linear in the size of the plan. The earlier revision of a plan does not travel with it. */
export function packPlan(plan: Plan): PackedPlan {
  const { source } = plan
  return {
    root: source.root,
    files: source.files.map(packFile),
    faults: source.faults,
    filesWithFailedImports: [...source.filesWithFailedImports],
    data: source.data && [...source.data],
    statusDate: plan.statusDate,
    stage: plan.stage,
  }
}

function packFile(file: ReadFile): Json {
  const indexes = new Map<unknown, number>(file.elements.map((element, index) => [element, index]))
  const pack = (value: unknown): Json => {
    if (value === null || typeof value !== 'object') return value as Json // a plan holds texts, numbers, flags, lists and objects of these
    const index = indexes.get(value)
    if (index !== undefined) return { $element: index }
    return Array.isArray(value) ? value.map(pack) : packFields(value)
  }
  const packFields = (value: object): Json => Object.fromEntries(Object.entries(value).map(([key, field]) => [key, pack(field)]))
  return { ...(packFields({ ...file, elements: [] }) as object), elements: file.elements.map(packFields) }
}

/** The plan again. Elements that were one object are one object again. */
export function unpackPlan(packed: PackedPlan): Plan {
  const source: PlanSource = {
    root: packed.root,
    files: packed.files.map(unpackFile),
    faults: packed.faults,
    filesWithFailedImports: new Set(packed.filesWithFailedImports),
    data: packed.data && new Map(packed.data),
  }
  const { date, origin } = packed.statusDate
  const today: { today?: PlainDate } = origin === 'option' ? { today: date } : {}
  return createPlan(source, { ...today, clock: date, stage: packed.stage })
}

function unpackFile(packed: Json): ReadFile {
  const { elements: packedElements, ...rest } = packed as { elements: readonly object[] } // made by packFile
  const elements = packedElements.map(() => ({})) as PlanElement[] // filled below, once each of them can be pointed at
  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(unpack)
    if ('$element' in value) return elements[Number(value.$element)]
    return unpackFields(value)
  }
  const unpackFields = (value: object) => Object.fromEntries(Object.entries(value).map(([key, field]) => [key, unpack(field)]))
  packedElements.forEach((element, index) => {
    Object.assign(elements[index] ?? {}, unpackFields(element))
  })
  return { ...unpackFields(rest), elements } as unknown as ReadFile // the same fields as before packing
}
