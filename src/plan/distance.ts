/**
 * Edits between two texts, counted in code units: insertion, deletion, replacement, and the swap of two neighbours.
 * Returns `limit + 1` as soon as the distance is known to exceed `limit`, so a small limit makes it cheap.
 * Source: optimal string alignment, the restricted form of Damerau (1964), computed in a band of `limit` around the diagonal.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1
  if (Math.abs(a.length - b.length) > limit) return beyond
  const at = (cells: readonly number[], column: number) => cells[column] ?? beyond
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, beyond))
  for (let row = 1; row <= a.length; row++) {
    const current = new Array<number>(b.length + 1).fill(beyond)
    if (row <= limit) current[0] = row
    let best = current[0] ?? beyond
    const end = Math.min(b.length, row + limit)
    for (let column = Math.max(1, row - limit); column <= end; column++) {
      const isEqual = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (isEqual ? 0 : 1), beyond)
      if (!isEqual && isSwap(a, row, b, column)) cost = Math.min(cost, at(beforeLast, column - 2) + 1)
      current[column] = cost
      if (cost < best) best = cost
    }
    if (best > limit) return beyond
    beforeLast = last
    last = current
  }
  return at(last, b.length)
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
