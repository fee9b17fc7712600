import type { ReadFile } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'
import { movePlaces, rememberedPlaces, rememberPlaces } from './file-places.js'
import { readNothing, readQuickly, readTolerantly } from './file-reader.js'
import { lengthOf, type Region } from './regions.js'

/** A region, and whether it has a fault of syntax. */
export interface ReadRegion extends Region {
  readonly isBroken: boolean
}

const regionsOfFile = new WeakMap<ReadFile, readonly ReadRegion[]>()

/** The regions in which a file was read; undefined where it was read as a whole, since it has no fault of syntax. */
export function rememberedRegions(file: ReadFile): readonly ReadRegion[] | undefined {
  return regionsOfFile.get(file)
}

export function rememberRegions(file: ReadFile, regions: readonly ReadRegion[]): void {
  regionsOfFile.set(file, regions)
}

/** Reads regions that stand one behind the other in a text, from an offset on; all places are those in the text. */
export function readRegions(path: string, text: string, from: number, regions: readonly Region[]): ReadFile {
  const files: ReadFile[] = []
  const places: Place[][] = []
  const read: ReadRegion[] = []
  let start = from
  for (const region of regions) {
    const end = start + lengthOf([region])
    const { file, isBroken } = readRegion(path, text.slice(start, end), region)
    const own = (rememberedPlaces(file) ?? []).filter((place) => place !== file.end && start + place.start < end) // not the word behind
    movePlaces(own, start)
    files.push(file)
    places.push(own)
    read.push({ ...region, isBroken })
    start = end
  }
  const end: Place = { file: path, start, end: start }
  const file: ReadFile = {
    path,
    elements: files.flatMap(({ elements }) => elements),
    imports: files.flatMap(({ imports }) => imports),
    faults: files.flatMap(({ faults }) => faults),
    refs: files.flatMap(({ refs }) => refs),
    texts: files.flatMap(({ texts }) => texts),
    words: files.flatMap(({ words }) => words),
    unread: files.flatMap(({ unread }) => unread),
    end,
  }
  rememberRegions(file, read)
  return rememberPlaces(file, [...places.flat(), end])
}

function readRegion(path: string, source: string, { isOpen, next }: Region): { readonly file: ReadFile; readonly isBroken: boolean } {
  try {
    const file = readQuickly(path, source)
    // Behind a brace without an end there is nothing where the parser could recover.
    return file
      ? { file, isBroken: false }
      : { file: readTolerantly(path, source, isOpen && next !== undefined ? '' : next), isBroken: true }
  } catch (error) {
    if (error instanceof RangeError) return { file: readNothing(path, source), isBroken: true }
    throw error
  }
}
