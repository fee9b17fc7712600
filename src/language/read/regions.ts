import type { Chunk } from './chunks.js'

/** A stretch of text that is read by itself: elements of the top level with all that they hold. */
export interface Region {
  readonly chunks: readonly Chunk[]
  /** True when a brace in it has no end: the region is what is indented further than the element with that brace. */
  readonly isOpen: boolean
  /** What begins behind it; undefined at the end of the text. */
  readonly next: string | undefined
}

/** Puts chunks together whose braces belong together. Cost: linear in the number of chunks. */
export function regionsOf(chunks: readonly Chunk[]): readonly Region[] {
  const unclosed = unclosedIn(chunks)
  const regions: Region[] = []
  let members: Chunk[] = []
  let depth = 0
  let held: number | undefined // the indentation of the element with a brace that has no end
  const finish = (next: string | undefined) => {
    regions.push({ chunks: members, isOpen: held !== undefined, next })
    members = []
    held = undefined
  }
  chunks.forEach((chunk, index) => {
    if (members.length > 0 && depth === 0 && (held === undefined || chunk.indent <= held)) finish(chunk.opener)
    const open = unclosed.get(index) ?? 0
    if (open > 0) held = Math.min(held ?? chunk.indent, chunk.indent)
    depth = Math.max(0, depth - chunk.closes) + chunk.opens - open
    members.push(chunk)
  })
  finish(undefined)
  return regions
}

/** The chunks with braces that are closed nowhere, and how many. */
function unclosedIn(chunks: readonly Chunk[]): ReadonlyMap<number, number> {
  const open: { readonly index: number; count: number }[] = []
  chunks.forEach(({ closes, opens }, index) => {
    for (let left = closes; left > 0; ) {
      const top = open.at(-1)
      if (!top) break
      const closed = Math.min(left, top.count)
      top.count -= closed
      left -= closed
      if (top.count === 0) open.pop()
    }
    if (opens > 0) open.push({ index, count: opens })
  })
  return new Map(open.map(({ index, count }) => [index, count]))
}

/** In characters. */
export function lengthOf(regions: readonly Region[]): number {
  let length = 0
  for (const { chunks } of regions) for (const chunk of chunks) length += chunk.length
  return length
}
