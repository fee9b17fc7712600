/** How a value as JSON has it became another one: wholly new, or changed in some of its fields or items. */
export type Patch =
  | { readonly set: unknown }
  /** Fields by name, and the names of those that are gone. */
  | { readonly fields: Readonly<Record<string, Patch>>; readonly gone: readonly string[] }
  /** Items by index, in a list that is as long as before. */
  | { readonly items: readonly (readonly [number, Patch])[] }
  /** Items that stand in the place of `remove` others. */
  | { readonly from: number; readonly remove: number; readonly insert: readonly unknown[] }

/** True for what `patched` can apply. Linear. */
export function isPatch(value: unknown): value is Patch {
  if (!isObject(value)) return false
  if ('set' in value) return true
  if ('fields' in value && 'gone' in value)
    return isObject(value.fields) && Object.values(value.fields).every(isPatch) && isListOf(value.gone, (name) => typeof name === 'string')
  if ('items' in value) return isListOf(value.items, (item) => Array.isArray(item) && isCount(item[0]) && isPatch(item[1]))
  return (
    'from' in value && isCount(value.from) && 'remove' in value && isCount(value.remove) && 'insert' in value && Array.isArray(value.insert)
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0
}

/** What makes `now` of `before`; undefined where both say the same. A field that is undefined is as good as none. Linear. */
export function patchBetween(before: unknown, now: unknown): Patch | undefined {
  if (Object.is(before, now)) return undefined
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return { set: now }
  if (Array.isArray(before) !== Array.isArray(now)) return { set: now }
  return Array.isArray(before) ? listPatch(before, now as readonly unknown[]) : objectPatch(fieldsOf(before), fieldsOf(now))
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: object): Fields {
  return value as Fields // an object of plain data
}

function objectPatch(before: Fields, now: Fields): Patch | undefined {
  const fields: Record<string, Patch> = {}
  const gone: string[] = []
  let isSame = true
  for (const name in before)
    if (before[name] !== undefined && now[name] === undefined) {
      gone.push(name)
      isSame = false
    }
  for (const name in now) {
    if (now[name] === undefined) continue
    const found = patchBetween(before[name], now[name])
    if (!found) continue
    fields[name] = found
    isSame = false
  }
  return isSame ? undefined : { fields, gone }
}

function listPatch(before: readonly unknown[], now: readonly unknown[]): Patch | undefined {
  if (before.length === now.length) {
    const items = now.flatMap((item, index) => {
      const found = patchBetween(before[index], item)
      return found ? [[index, found] as const] : []
    })
    return items.length > 0 ? { items } : undefined
  }
  const shorter = Math.min(before.length, now.length)
  let from = 0
  while (from < shorter && !patchBetween(before[from], now[from])) from++
  let behind = 0
  while (behind < shorter - from && !patchBetween(before[before.length - 1 - behind], now[now.length - 1 - behind])) behind++
  return { from, remove: before.length - from - behind, insert: now.slice(from, now.length - behind) }
}

/** The value after a patch. What the patch does not touch is the very same object as before. Throws when the patch is for another value. */
export function patched(before: unknown, change: Patch): unknown {
  if ('set' in change) return change.set
  if (typeof before !== 'object' || before === null) throw new Error('The patch is for another value.')
  if ('fields' in change) {
    const kept = Object.entries(before).filter(([name]) => !change.gone.includes(name))
    const fields = new Map<string, unknown>(kept)
    for (const [name, part] of Object.entries(change.fields)) fields.set(name, patched(fields.get(name), part))
    return Object.fromEntries(fields)
  }
  if (!Array.isArray(before)) throw new Error('The patch is for another value.')
  const list: unknown[] = [...before]
  if ('items' in change) for (const [index, part] of change.items) list[index] = patched(list[index], part)
  else list.splice(change.from, change.remove, ...change.insert)
  return list
}
