import type { ReadFile } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'
import { movePlaces, rememberedPlaces, rememberPlaces } from './file-places.js'
import { readNothing, readQuickly, readTolerantly } from './file-reader.js'
import { type ReadAsMeant, readAsMeant } from './read-as-meant.js'
import { lengthOf, type Region } from './regions.js'

/** A region, and whether it has a fault of syntax. */
export interface ReadRegion extends Region {
  readonly isBroken: boolean
  /** What is read of it rests on titles of other regions. */
  readonly usesTitles: boolean
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
    const { file, isBroken, usesTitles } = readRegion(path, text.slice(start, end), region, text)
    const own = (rememberedPlaces(file) ?? []).filter((place) => place !== file.end && start + place.start < end) // not the word behind
    movePlaces(own, start)
    files.push(file)
    places.push(own)
    read.push({ ...region, isBroken, usesTitles })
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

/** Reads a region as it was meant; `text` is the whole one, in which names are looked up by their titles. */
function readRegion(path: string, source: string, { isOpen, next }: Region, text: string): ReadAsMeant & { readonly isBroken: boolean } {
  let isBroken = false
  const read = (spelled: string): ReadFile => {
    const file = readQuickly(path, spelled)
    if (file) return file
    isBroken = true
    // Behind a brace without an end there is nothing where the parser could recover.
    return readTolerantly(path, spelled, isOpen && next !== undefined ? '' : next)
  }
  try {
    return { ...readAsMeant(read(source), source, text, read), isBroken }
  } catch (error) {
    if (error instanceof RangeError) return { file: readNothing(path, source), usesTitles: false, isBroken: true }
    throw error
  }
}
