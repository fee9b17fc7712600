import type { Place } from '../../plan/place.js'
import type { ReadFile } from '../../plan/source.js'

/** What has a place keeps it when text in front of it comes or goes: its offsets change, and it stays the same object. */
type Movable = { -readonly [Key in keyof Place]: Place[Key] }

const placesOf = new WeakMap<ReadFile, Movable[]>()

/** Remembers all places that were made while a file was read: each once, those of one part of the file before those of the next. */
export function rememberPlaces(file: ReadFile, places: Place[]): ReadFile {
  placesOf.set(file, places)
  return file
}

/** The places of a file; undefined once another version has them. */
export function rememberedPlaces(file: ReadFile): readonly Place[] | undefined {
  return placesOf.get(file)
}

/** Moves places, in characters. */
export function movePlaces(places: readonly Place[], by: number, from = 0): void {
  if (by === 0) return
  for (let index = from; index < places.length; index++) {
    const place: Movable | undefined = places[index]
    if (!place) continue
    place.start += by
    place.end += by
  }
}

/** The index of the first one that stands behind a boundary between two parts of a file, in a list in the order of the parts. */
export function firstFrom<T>(list: readonly T[], boundary: number, placeOf: (one: T) => Place): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = list[middle]
    if (one !== undefined && placeOf(one).start < boundary) low = middle + 1
    else high = middle
  }
  return low
}

/** Hands the places of a file on to its next version: those from `from` up to `to` make way for fresh ones, all behind move. */
export function replacePlaces(
  before: ReadFile,
  after: ReadFile,
  { from, to, delta, fresh }: { readonly from: number; readonly to: number; readonly delta: number; readonly fresh: readonly Place[] },
): ReadFile {
  const places = placesOf.get(before) ?? []
  if (places.at(-1) === before.end) places.pop()
  const itself = (place: Place) => place
  const first = firstFrom(places, from, itself)
  const rest = firstFrom(places, to, itself)
  movePlaces(places, delta, rest)
  places.splice(first, rest - first, ...fresh)
  places.push(after.end)
  placesOf.delete(before)
  return rememberPlaces(after, places)
}
