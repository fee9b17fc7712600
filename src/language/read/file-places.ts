import type { ReadFile } from '../../plan/elements/source.js'
import { firstFrom } from '../../plan/text/first-from.js'
import type { Place } from '../../plan/text/place.js'

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

/** Hands the places of a file on to its next version: those from `from` up to `to` make way for fresh ones, all behind move. */
export function replacePlaces(
  before: ReadFile,
  after: ReadFile,
  { from, to, delta, fresh }: { readonly from: number; readonly to: number; readonly delta: number; readonly fresh: readonly Place[] },
): ReadFile {
  const places = placesOf.get(before) ?? []
  if (places.at(-1) === before.end) places.pop()
  const first = firstFrom(places, ({ start }) => start < from)
  const rest = firstFrom(places, ({ start }) => start < to)
  movePlaces(places, delta, rest)
  places.splice(first, rest - first, ...fresh)
  places.push(after.end)
  placesOf.delete(before)
  return rememberPlaces(after, places)
}
