/**
 * Edits between two texts, counted in code units: insertion, deletion, replacement, and the swap of two neighbours.
 * Returns `limit + 1` as soon as the distance is known to exceed `limit`, so a small limit makes it cheap.
 * Source: optimal string alignment, the restricted form of Damerau (1964), computed in a band of `limit` around the diagonal.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let tail = 0
  while (tail < shorter - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  return alignment(a.slice(start, a.length - tail), b.slice(start, b.length - tail), limit)
}

function alignment(a: string, b: string, limit: number): number {
  const beyond = limit + 1
  let beforeLast = new Array<number>(b.length + 1).fill(beyond)
  let last = beforeLast.map((_, column) => Math.min(column, beyond))
  let current = [...beforeLast]
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit)
    const to = Math.min(b.length, row + limit)
    // The cell left of the band may still hold a value of three rows ago.
    let left = row <= limit ? row : beyond
    current[from - 1] = left
    let best = left
    for (let column = from; column <= to; column++) {
      const isEqual = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      const above = column === row + limit ? beyond : (last[column] ?? beyond)
      let cost = Math.min(above + 1, left + 1, (last[column - 1] ?? beyond) + (isEqual ? 0 : 1), beyond)
      if (!isEqual && isSwap(a, row, b, column)) cost = Math.min(cost, (beforeLast[column - 2] ?? beyond) + 1)
      current[column] = cost
      left = cost
      if (cost < best) best = cost
    }
    if (best > limit) return beyond
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return last[b.length] ?? beyond
}

function isSwap(a: string, row: number, b: string, column: number): boolean {
  return row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
}

/** Names of one to four letters are so close to each other that only one edit is taken for a slip. */
function tolerated(name: string): number {
  return [...name].length < 5 ? 1 : 2
}

/**
 * The candidates that `name` was probably meant to be: at most two edits away (one for names under five letters),
 * nearest first, ties by code units. The name itself and repeated candidates are left out.
 */
export function suggestions(name: string, candidates: Iterable<string>, max = 2): string[] {
  const limit = tolerated(name)
  const near = new Map<string, number>()
  for (const candidate of candidates) {
    if (candidate === name || near.has(candidate)) continue
    const distance = editDistance(name, candidate, limit)
    if (distance <= limit) near.set(candidate, distance)
  }
  return [...near]
    .sort(([a, distanceA], [b, distanceB]) => distanceA - distanceB || (a < b ? -1 : 1))
    .slice(0, max)
    .map(([candidate]) => candidate)
}
