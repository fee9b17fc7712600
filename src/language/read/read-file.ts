import type { ReadFile } from '../../plan/elements/source.js'
import { chunksOf } from './chunks.js'
import { readQuickly } from './file-reader.js'
import { canBeRead } from './read-as-meant.js'
import { readRegions } from './read-regions.js'
import { regionsOf } from './regions.js'
import { readUnmerged } from './unresolved-merge.js'

/** Parses and reads one file. Any text whatever gives a result; what cannot be read becomes faults. */
export function readPlanText(path: string, text: string): ReadFile {
  const source = withoutByteOrderMark(text)
  const unmerged = readUnmerged(path, source)
  if (unmerged) return unmerged
  const sound = readSound(path, source)
  return sound && canBeRead(sound) ? sound : readRegions(path, source, 0, regionsOf(chunksOf(source)))
}

/** A text with a fault costs the region of the fault alone, and the scan that finds the regions. */
function readSound(path: string, source: string): ReadFile | undefined {
  try {
    return readQuickly(path, source)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A byte order mark counts as a blank, so that offsets stay. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
}
