import type { ReadFile } from '../../plan/elements/source.js'
import { firstFrom } from '../../plan/text/first-from.js'
import type { Place, Sited } from '../../plan/text/place.js'
import { bracesIn } from '../parse/quick-parse.js'
import { movePlaces, rememberedPlaces, replacePlaces } from './file-places.js'
import { readPlanText } from './read-file.js'
import { changeOf } from './text-change.js'

/** A stretch of whole lines that holds one top-level element or import, or several that share a line, with what stands in front. */
interface Chunk {
  readonly start: number
  readonly end: number
  /** Where its first element or import begins. */
  readonly first: number
}

/**
 * Reads a text that differs in one stretch from one that was read: only the elements around that stretch are parsed. All others stay the
 * same objects, and their places move, so that `before` is not to be used any more. The result is that of reading the whole text, which is
 * done where the change might reach further. Cost: linear, with a small constant.
 */
export function reread(before: ReadFile, oldText: string, text: string): ReadFile {
  return rereadPart(before, oldText, text) ?? readPlanText(before.path, text)
}

function rereadPart(before: ReadFile, oldText: string, text: string): ReadFile | undefined {
  if (!rememberedPlaces(before) || before.unread.length > 0 || text.startsWith('\ufeff') || oldText.startsWith('\ufeff')) return undefined
  const change = changeOf(oldText, text)
  const chunks = chunksOf(before, oldText)
  const first = chunks.findIndex((chunk) => chunk.end >= change.start)
  const last = chunks.findLastIndex((chunk) => chunk.start <= change.oldEnd)
  if (first < 0 || last < 0) return undefined
  const around: Seam = {
    from: chunks[Math.max(0, first - 1)]?.start ?? 0,
    to: chunks[last + 1]?.end ?? oldText.length,
    delta: text.length - oldText.length,
    length: text.length,
  }
  const stretch = text.slice(around.from, around.to + around.delta)
  // A brace that comes or goes may close or open something far away.
  if (!isSame(bracesIn(oldText.slice(around.from, around.to)), bracesIn(stretch))) return undefined
  const region = readPlanText(before.path, stretch)
  if (region.unread.length > 0) return undefined
  movePlaces(rememberedPlaces(region) ?? [], around.from)
  const isSameFrom = (start: number) =>
    isSame(within(before, start, around.to, around.delta), within(region, start + around.delta, Number.POSITIVE_INFINITY))
  const next = chunks[last + 1]
  if (next && !isSameFrom(next.first)) return undefined
  // The neighbours are parsed to see how far the change reaches; where it does not reach them, they stay what they were.
  const from = chunks[first]?.start ?? 0
  const isFrontKept = first > 0 && isSame(within(before, around.from, from), within(region, around.from, from))
  const isNextKept = next !== undefined && isSameFrom(next.start)
  return joined(before, region, { ...around, from: isFrontKept ? from : around.from, to: isNextKept ? next.start : around.to })
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

/** Where those that stand behind a boundary between two chunks begin, in a list in the order of the text. */
function partFrom<T>(list: readonly T[], boundary: number, placeOf: (one: T) => Place): number {
  return firstFrom(list, (one) => placeOf(one).start < boundary)
}

/** What was read of a stretch, in a form that can be compared: kinds, names and places, and all faults. */
function within({ elements, imports, faults, refs }: ReadFile, from: number, to: number, moved = 0): unknown {
  const part = <T>(list: readonly T[], placeOf: (one: T) => Place) => list.slice(partFrom(list, from, placeOf), partFrom(list, to, placeOf))
  return [
    part(elements, ({ extent }) => extent).map(({ kind, name, extent, clauses }) => [
      kind,
      name,
      extent.start + moved,
      extent.end + moved,
      clauses.length,
    ]),
    part(imports, ({ place }) => place).map(({ path, place }) => [path.text, place.start + moved]),
    // in the order in which they were found
    faults
      .filter(({ place }) => place.start >= from && place.start < to)
      .map(({ code, message, place }) => [code, message, place.start + moved, place.end + moved]),
    part(refs, ({ ref }) => ref.place).map(({ ref }) => [ref.name, ref.place.start + moved]),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** From where to where the old text is replaced, by how much longer a stretch, and how long the new text is. */
interface Seam {
  readonly from: number
  readonly to: number
  readonly delta: number
  readonly length: number
}

/** What stood in front as it was, the stretch as it was read now, and what stands behind, moved. */
function joined(before: ReadFile, region: ReadFile, { from, to, delta, length }: Seam): ReadFile {
  const isNew = ({ start }: Place) => start >= from && start < to + delta
  const place = (one: Sited) => one.place
  const join = <T>(old: readonly T[], fresh: readonly T[], placeOf: (one: T) => Place): readonly T[] => [
    ...old.slice(0, partFrom(old, from, placeOf)),
    ...fresh.filter((one) => isNew(placeOf(one))),
    ...old.slice(partFrom(old, to, placeOf)),
  ]
  const end: Place = { file: before.path, start: length, end: length }
  const file: ReadFile = {
    path: before.path,
    elements: join(before.elements, region.elements, ({ extent }) => extent),
    imports: join(before.imports, region.imports, place),
    // in the order in which they were found
    faults: [
      ...before.faults.filter((one) => one.place.start < from),
      ...region.faults.filter((one) => isNew(one.place)),
      ...before.faults.filter((one) => one.place.start >= to),
    ],
    refs: join(before.refs, region.refs, ({ ref }) => ref.place),
    texts: join(before.texts, region.texts, place),
    words: join(before.words, region.words, place),
    unread: [],
    end,
  }
  const fresh = (rememberedPlaces(region) ?? []).filter((one) => isNew(one) && one !== region.end)
  return replacePlaces(before, file, { from, to, delta, fresh })
}
