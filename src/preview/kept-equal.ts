/**
 * A value as it is now, in which every part that is equal to its part before is the very same object: so a component can see at once
 * whether it has to be drawn again. For plain data as JSON has it; items of a list that have a `name` are found again by it. Linear.
 */
export function keptEqual<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (typeof now !== 'object' || now === null || typeof before !== 'object' || before === null) return now
  if (Array.isArray(now)) return Array.isArray(before) ? (keptList(before, now) as T) : now
  return Array.isArray(before) ? now : keptObject(before, now)
}

function keptList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const named = before.length === now.length ? undefined : new Map(before.map((item) => [nameOf(item), item]))
  const kept = now.map((item, index) => keptEqual(named?.get(nameOf(item)) ?? before[index], item))
  return kept.length === before.length && kept.every((item, index) => Object.is(item, before[index])) ? before : kept
}

function nameOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined
}

function keptObject<T extends object>(before: object, now: T): T {
  const fields = new Map<string, unknown>(Object.entries(before))
  let isSame = true
  const kept = Object.entries(now).map(([key, field]) => {
    const known = keptEqual(fields.get(key), field)
    isSame &&= fields.has(key) && Object.is(known, fields.get(key))
    return [key, known]
  })
  return isSame && kept.length === fields.size ? (before as T) : Object.fromEntries(kept)
}
