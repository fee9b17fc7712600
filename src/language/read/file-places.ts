import type { Place } from '../../plan/place.js'
import type { ReadFile } from '../../plan/source.js'

/** What has a place keeps it when text in front of it comes or goes: its offsets change, and it stays the same object. */
type Movable = { -readonly [Key in keyof Place]: Place[Key] }

const placesOf = new WeakMap<ReadFile, Movable[]>()

/** Remembers all places that were made while a file was read, each once, in no order. */
export function rememberPlaces(file: ReadFile, places: Place[]): ReadFile {
  placesOf.set(file, places)
  return file
}

/** The places of a file; undefined for one that was not read from a text. */
export function rememberedPlaces(file: ReadFile): readonly Place[] | undefined {
  return placesOf.get(file)
}

/** Moves places, in characters. */
export function movePlaces(places: readonly Place[], by: number): void {
  if (by === 0) return
  for (const place of places as readonly Movable[]) {
    place.start += by
    place.end += by
  }
}
