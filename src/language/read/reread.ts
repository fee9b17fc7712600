import type { PlanElement } from '../../plan/elements.js'
import { isPlace, type Place, type Sited } from '../../plan/place.js'
import type { ReadFile } from '../../plan/source.js'
import { readText } from './read-file.js'
import { changeOf } from './text-change.js'

/** A stretch of whole lines that holds one top-level element or import, or several that share a line, with what stands in front. */
interface Chunk {
  readonly start: number
  readonly end: number
  /** Where its first element or import begins. */
  readonly first: number
}

/**
 * Reads a text that differs in one stretch from one that was read: only the elements around that stretch are parsed, all others are moved.
 * The result is that of reading the whole text, which is done where the change might reach further. Cost: linear, with a small constant.
 */
export function reread(before: ReadFile, oldText: string, text: string): ReadFile {
  return rereadPart(before, oldText, text) ?? readText(before.path, text)
}

function rereadPart(before: ReadFile, oldText: string, text: string): ReadFile | undefined {
  if (before.unread.length > 0 || text.startsWith('\ufeff') || oldText.startsWith('\ufeff')) return undefined
  const change = changeOf(oldText, text)
  const chunks = chunksOf(before, oldText)
  const first = chunks.findIndex((chunk) => chunk.end >= change.start)
  const last = chunks.findLastIndex((chunk) => chunk.start <= change.oldEnd)
  if (first < 0 || last < 0) return undefined
  const from = chunks[Math.max(0, first - 1)]?.start ?? 0
  const next = chunks[last + 1]
  const to = next?.end ?? oldText.length
  const delta = text.length - oldText.length
  const region = readText(before.path, text.slice(from, to + delta))
  if (region.unread.length > 0) return undefined
  if (next && !isSame(tail(before, next.first, to, 0), tail(region, next.first + delta - from, Number.POSITIVE_INFINITY, from - delta)))
    return undefined
  return joined(before, region, { from, to, delta, length: text.length })
}

function chunksOf(file: ReadFile, text: string): readonly Chunk[] {
  const tops = [...file.imports.map(({ place }) => place), ...file.elements.map(({ extent }) => extent)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const chunks: Chunk[] = []
  let end = 0
  let open: { start: number; first: number; end: number } | undefined
  for (const place of tops) {
    if (open && place.start < end) continue
    if (open && text.slice(end, place.start).includes('\n')) {
      const boundary = text.indexOf('\n', end) + 1
      chunks.push({ ...open, end: boundary })
      open = { start: boundary, first: place.start, end: 0 }
    }
    open ??= { start: 0, first: place.start, end: 0 }
    end = Math.max(end, place.end)
  }
  return open ? [...chunks, { ...open, end: text.length }] : []
}

/** What was read of a stretch, in a form that can be compared: kinds, names and places, and all faults. */
function tail({ elements, imports, faults, refs }: ReadFile, from: number, to: number, moved: number): unknown {
  const isIn = ({ start }: Place) => start >= from && start < to
  return [
    elements
      .filter(({ extent }) => isIn(extent))
      .map(({ kind, name, extent, clauses }) => [kind, name, extent.start + moved, extent.end + moved, clauses.length]),
    imports.filter(({ place }) => isIn(place)).map(({ path, place }) => [path.text, place.start + moved]),
    faults.filter(({ place }) => isIn(place)).map(({ code, message, place }) => [code, message, place.start + moved, place.end + moved]),
    refs.filter(({ ref }) => isIn(ref.place)).map(({ ref }) => [ref.name, ref.place.start + moved]),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

interface Seam {
  readonly from: number
  readonly to: number
  readonly delta: number
  readonly length: number
}

/** What stood in front as it was, the stretch as it was read now, and what stands behind, moved. */
function joined(before: ReadFile, region: ReadFile, { from, to, delta, length }: Seam): ReadFile {
  const moveRegion = new Move(from)
  const moveRest = new Move(delta)
  const join = <T>(old: readonly T[], fresh: readonly T[], placeOf: (one: T) => Place): readonly T[] => [
    ...old.filter((one) => placeOf(one).start < from),
    ...moveRegion.of(fresh),
    ...moveRest.of(old.filter((one) => placeOf(one).start >= to)),
  ]
  const place = (one: Sited) => one.place
  return {
    path: before.path,
    elements: join(before.elements, region.elements, ({ extent }) => extent),
    imports: join(before.imports, region.imports, place),
    faults: join(before.faults, region.faults, place),
    refs: join(before.refs, region.refs, ({ ref }) => ref.place),
    texts: join(before.texts, region.texts, place),
    words: join(before.words, region.words, place),
    unread: [],
    end: { file: before.path, start: length, end: length },
  }
}

/** Copies of plain data with all places moved; elements that were one object are one object again. */
class Move {
  private readonly elements = new Map<object, object>()

  constructor(private readonly by: number) {}

  of<T>(value: T): T {
    return this.by === 0 ? value : (this.copy(value) as T) // a copy has the shape of what it is made from
  }

  private copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((one) => this.copy(one))
    if (isPlace(value)) return { file: value.file, start: value.start + this.by, end: value.end + this.by }
    if ('nature' in value) return value // units stand nowhere
    if (!isElement(value)) return this.fields(value, {})
    const known = this.elements.get(value)
    if (known) return known
    const copy = {}
    this.elements.set(value, copy)
    return this.fields(value, copy)
  }

  private fields(value: object, copy: Record<string, unknown>): object {
    const source = value as Record<string, unknown> // plain data
    for (const key in source) copy[key] = this.copy(source[key])
    return copy
  }
}

function isElement(value: object): value is PlanElement {
  return 'extent' in value
}
