import { once } from './once.js'
import type { Place } from './place.js'
import type { Plan } from './plan.js'

const startsByFile = once((plan: Plan): ReadonlyMap<string, readonly number[]> => {
  const starts = new Map<string, number[]>()
  for (const { place } of plan.faults) {
    const known = starts.get(place.file)
    if (known) known.push(place.start)
    else starts.set(place.file, [place.start])
  }
  for (const list of starts.values()) list.sort((a, b) => a - b)
  return starts
})

/** True when something that the reader of the text already reports begins in a stretch of it, the end included. */
export function hasFault(plan: Plan, { file, start, end }: Place): boolean {
  const starts = startsByFile(plan).get(file) ?? []
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const first = starts[low]
  return first !== undefined && first <= end
}
