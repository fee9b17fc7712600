import type { PlanElement } from '../../plan/elements/elements.js'
import type { Formula } from '../../plan/elements/formula.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import type { Place } from '../../plan/text/place.js'
import type { Location } from '../result.js'

export type PlainValue = string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue }

/** Positions and bookkeeping of the reader that the element's own `at` makes superfluous. */
const leftOut: ReadonlySet<string> = new Set([
  'place',
  'extent',
  'clauses',
  'valueFaults',
  'markPlace',
  'isMarkWritten',
  'unitPlace',
  'keyword',
  'path',
  'decimals',
])

/** Facts that are one word with a place around it. */
const wrappers: ReadonlySet<string> = new Set([
  'text',
  'word',
  'name',
  'date',
  'stage',
  'level',
  'grain',
  'aggregation',
  'direction',
  'decision',
  'currency',
  'people',
  'verb',
])

/**
 * An element as plain data: names, texts, words and dates as strings; amounts exact with their unit; formulas as text; marks without a value
 * as `true`; what is not given left out. `at` is the element's place.
 */
export function plainElement(element: PlanElement, locationOf: (place: Place) => Location): PlainValue {
  const { kind, name, path, ...facts } = element
  const rest = plainFields(facts, locationOf)
  return { kind, name, path: [...path], at: plainLocation(locationOf(element.place)), ...rest }
}

function plainLocation({ file, start, end }: Location): PlainValue {
  return { file, start: { ...start }, end: { ...end } }
}

function plain(value: unknown, locationOf: (place: Place) => Location): PlainValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((one) => plain(one, locationOf)).filter((one) => one !== undefined)
  if (!isObject(value)) return undefined
  if ('kind' in value && 'extent' in value) return plainElement(value as unknown as PlanElement, locationOf) // only elements have both
  if ('decimals' in value) return plainMeasurement(value, locationOf)
  if ('unit' in value && 'text' in value) return plain(value.text, locationOf)
  if ('expression' in value) return plainFormula(value, locationOf)
  const fields = plainFields(value, locationOf)
  const [[key, only] = [], ...more] = Object.entries(fields)
  if (key === undefined || only === undefined) return true
  return more.length === 0 && wrappers.has(key) && typeof value[key] !== 'object' ? only : fields
}

function plainFields(value: object, locationOf: (place: Place) => Location): Record<string, PlainValue> {
  const fields: Record<string, PlainValue> = {}
  for (const [key, one] of Object.entries(value)) {
    const field = leftOut.has(key) ? undefined : plain(one, locationOf)
    if (field !== undefined) fields[key] = field
  }
  return fields
}

function plainMeasurement(value: Record<string, unknown>, locationOf: (place: Place) => Location): PlainValue {
  const unit = isObject(value.unit) && typeof value.unit.symbol === 'string' ? value.unit.symbol : ''
  const counts = plain(value.counts, locationOf)
  return { amount: String(value.amount), unit, text: String(value.text), ...(counts !== undefined && { counts }) }
}

function plainFormula(value: Record<string, unknown>, locationOf: (place: Place) => Location): PlainValue {
  const otherwise = plain(value.otherwise, locationOf)
  const text = formulaText(value.expression as Formula) // the reader puts nothing else there
  return { text, ...(otherwise !== undefined && { else: otherwise }) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
