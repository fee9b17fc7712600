import { isPlace } from '../plan/text/place.js'

/** True when two elements, or parts of them, say the same wherever they stand. Cost: linear in their size. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, index) => saysTheSame(one, b[index]))
  if (isPlace(a)) return isPlace(b)
  const fields = Object.entries(a)
  const others: Readonly<Record<string, unknown>> = { ...b }
  return fields.length === Object.keys(b).length && fields.every(([field, one]) => field in others && saysTheSame(one, others[field]))
}
