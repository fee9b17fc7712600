import { t } from '@vscode/l10n'
import type { ReadFile } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'
import { movePlaces, rememberedPlaces, rememberPlaces } from './file-places.js'
import { readNothing, readQuickly, readTolerantly, unreadable } from './file-reader.js'
import { type ReadAsMeant, readAsMeant } from './read-as-meant.js'
import { lengthOf, type Region } from './regions.js'

/** A region, and whether it has a fault of syntax. */
export interface ReadRegion extends Region {
  readonly isBroken: boolean
  /** What is read of it rests on titles of other regions. */
  readonly usesTitles: boolean
}

/**
 * So many regions with a fault are read, and none with a fault that is longer than this, in characters: the parser that recovers takes a
 * thousand times as much memory as text.
 */
export const mostBroken = 1_000
const longestBroken = 1_000_000

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
  let broken = 0
  for (const region of regions) {
    const end = start + lengthOf([region])
    const { file, isBroken, usesTitles } = readRegion(path, text.slice(start, end), region, text, broken)
    if (isBroken) broken++
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
function readRegion(
  path: string,
  source: string,
  { isOpen, next }: Region,
  text: string,
  broken: number,
): ReadAsMeant & { readonly isBroken: boolean } {
  let isBroken = false
  const read = (spelled: string): ReadFile => {
    const file = readQuickly(path, spelled)
    if (file) return file
    isBroken = true
    if (broken >= mostBroken) return unreadable(path, spelled, broken > mostBroken ? undefined : tooMany())
    if (spelled.length > longestBroken) return unreadable(path, spelled, tooLong())
    // Behind a brace without an end there is nothing where the parser could recover.
    return readTolerantly(path, spelled, isOpen && next !== undefined ? '' : next)
  }
  try {
    const file = read(source)
    if (source.length > longestBroken) return { file, usesTitles: false, isBroken } // nobody writes so much by habit
    return { ...readAsMeant(file, source, text, read), isBroken }
  } catch (error) {
    if (error instanceof RangeError) return { file: readNothing(path, source), usesTitles: false, isBroken: true }
    throw error
  }
}

function tooMany(): string {
  return t(
    'There are faults in more than {most} places of this file, and from here on what has a fault is not read. Mend the others first.',
    {
      most: mostBroken,
    },
  )
}

function tooLong(): string {
  return t('There is a fault in what begins here, and it is too long to look for it. Close the braces of each element, or split the file.')
}
