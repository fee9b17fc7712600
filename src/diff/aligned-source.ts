import type { PlanSource, ReadFile } from '../plan/elements/source.js'
import { isPlace, type Place } from '../plan/text/place.js'

/** Added to every offset of the earlier plan, so that elements of both can stand in one file. No text is that long. */
const distance = 1_000_000_000

/** How the path of a block of actuals begins, in front of the number's name. */
const actualsOf = 'actuals '

/**
 * The earlier plan's source as it can stand beside the later one's: with the later one's names, and with places of its own. What was one
 * object stays one object. Files that both have read alike, and that name nothing that was renamed, are the later one's. Cost: linear in
 * the size of the other files.
 */
export function alignedSource(source: PlanSource, later: PlanSource, names: ReadonlyMap<string, string>): PlanSource {
  const shared = new Set<ReadFile>(later.files.filter((file) => !namesAny(file, names)))
  const nameOf = (name: string): string => {
    const prefix = name.startsWith(actualsOf) ? actualsOf : ''
    const own = name.slice(prefix.length)
    return prefix + (names.get(own) ?? own)
  }
  const made = new Map<object, unknown>([...shared].map((file) => [file, file]))
  const copy = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return isName(key) ? nameOf(value) : value
    if (typeof value !== 'object' || value === null || value instanceof Set || value instanceof Map) return value
    const known = made.get(value)
    if (known !== undefined) return known
    if (Array.isArray(value)) {
      const list: unknown[] = []
      made.set(value, list)
      for (const one of value) list.push(copy(one, key))
      return list
    }
    if (isPlace(value)) return { file: value.file, start: value.start + distance, end: value.end + distance }
    const fields: Record<string, unknown> = {}
    made.set(value, fields)
    const keptNames = namesOfOtherThings(value)
    for (const [field, one] of Object.entries(value)) fields[field] = keptNames.includes(field) ? one : copy(one, field)
    return fields
  }
  // The copy has the shape of what it was made from.
  return copy(source, '') as PlanSource
}

function namesAny({ elements, refs }: ReadFile, names: ReadonlyMap<string, string>): boolean {
  return names.size > 0 && (elements.some(({ name }) => names.has(name)) || refs.some(({ ref }) => names.has(ref.name)))
}

/** Fields that hold names of elements: of elements and references, of what stands around an element, and of steps in a phase. */
const nameFields: ReadonlySet<string> = new Set(['name', 'path', 'steps', 'firstName', 'phase', 'budget', 'journey'])

function isName(field: string): boolean {
  return nameFields.has(field)
}

/** Functions of formulas and bases of units have names too, and files have paths. */
function namesOfOtherThings(value: object): readonly string[] {
  if ('exponent' in value || ('type' in value && value.type === 'call')) return ['name']
  return 'extent' in value ? [] : ['path']
}

/** True for a place of the earlier plan. */
export function isEarlier({ start }: Place): boolean {
  return start >= distance
}

/** The place in the earlier text. */
export function originalPlace(place: Place): Place {
  const { file, start, end } = place
  return isEarlier(place) ? { file, start: start - distance, end: end - distance } : { file, start, end }
}
