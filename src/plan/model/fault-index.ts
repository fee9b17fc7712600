import type { Fault } from '../elements/fault.js'
import { firstFrom } from '../text/first-from.js'
import type { Place } from '../text/place.js'

/** Tells whether something that the reader of the text already reports begins in a stretch of it, the end included. */
export function faultIndex(faults: readonly Fault[]): (stretch: Place) => boolean {
  let startsByFile: ReadonlyMap<string, readonly number[]> | undefined
  return ({ file, start, end }) => {
    startsByFile ??= index(faults)
    const starts = startsByFile.get(file) ?? []
    const first = starts[firstFrom(starts, (one) => one < start)]
    return first !== undefined && first <= end
  }
}

function index(faults: readonly Fault[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>()
  for (const { place } of faults) {
    const known = starts.get(place.file)
    if (known) known.push(place.start)
    else starts.set(place.file, [place.start])
  }
  for (const list of starts.values()) list.sort((a, b) => a - b)
  return starts
}
