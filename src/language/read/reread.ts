import type { ReadFile } from '../../plan/elements/source.js'
import { firstFrom } from '../../plan/text/first-from.js'
import type { Place, Sited } from '../../plan/text/place.js'
import { chunksAfter, chunksOf } from './chunks.js'
import { rememberedPlaces, replacePlaces } from './file-places.js'
import { readPlanText, withoutByteOrderMark } from './read-file.js'
import { mostBroken, type ReadRegion, readRegions, rememberedRegions, rememberRegions } from './read-regions.js'
import { lengthOf, type Region, regionsOf } from './regions.js'
import { changeOf } from './text-change.js'
import { mergeMarker } from './unresolved-merge.js'

/**
 * Reads a text that differs in one stretch from one that was read: only the regions that read otherwise than before are parsed. All other
 * elements stay the same objects, and their places move, so that `before` is not to be used any more. The result is that of reading the
 * whole text. Cost: linear, with a small constant.
 */
export function reread(before: ReadFile, oldText: string, text: string): ReadFile {
  if (!rememberedPlaces(before) || mergeMarker(text)) return readPlanText(before.path, text)
  const [oldSource, source] = [withoutByteOrderMark(oldText), withoutByteOrderMark(text)]
  const change = changeOf(oldSource, source)
  const old =
    rememberedRegions(before) ?? regionsOf(chunksOf(oldSource)).map((region) => ({ ...region, isBroken: false, usesTitles: false }))
  const oldChunks = old.flatMap(({ chunks }) => chunks)
  const regions = regionsOf(chunksAfter(oldChunks, source, change))

  const shorter = Math.min(old.length, regions.length)
  let front = 0
  while (front < shorter && readsAs(old[front], regions[front])) front++
  let back = 0
  while (back < shorter - front && readsAs(old[old.length - 1 - back], regions[regions.length - 1 - back])) back++

  const from = lengthOf(regions.slice(0, front))
  const fresh = readRegions(before.path, source, from, regions.slice(front, regions.length - back))
  const kept = [...old.slice(0, front), ...old.slice(old.length - back)]
  // which regions are too many depends on all that stand in front
  if (isTooBroken(old) || isTooBroken([...kept, ...(rememberedRegions(fresh) ?? [])])) return readPlanText(before.path, text)
  const file = joined(before, fresh, { from, to: oldSource.length - lengthOf(old.slice(old.length - back)), delta: change.delta })
  rememberRegions(file, [...old.slice(0, front), ...(rememberedRegions(fresh) ?? []), ...old.slice(old.length - back)])
  return file
}

function isTooBroken(regions: readonly ReadRegion[]): boolean {
  return regions.filter(({ isBroken }) => isBroken).length > mostBroken
}

/** True when a region reads as it did: the same text and, where it has a fault, in front of the same word. */
function readsAs(old: ReadRegion | undefined, now: Region | undefined): boolean {
  if (!old || !now || old.usesTitles || old.isOpen !== now.isOpen || (old.isBroken && old.next !== now.next)) return false
  return old.chunks.length === now.chunks.length && old.chunks.every((chunk, index) => chunk === now.chunks[index])
}

/** From where to where the old text is replaced, and by how much longer a stretch. */
interface Seam {
  readonly from: number
  readonly to: number
  readonly delta: number
}

/** What stood in front as it was, the stretch as it was read now, and what stands behind, moved. */
function joined(before: ReadFile, fresh: ReadFile, { from, to, delta }: Seam): ReadFile {
  const place = (one: Sited) => one.place
  const join = <T>(old: readonly T[], now: readonly T[], placeOf: (one: T) => Place): readonly T[] => {
    const [first, rest] = [from, to].map((boundary) => firstFrom(old, (one) => placeOf(one).start < boundary))
    return [...old.slice(0, first), ...now, ...old.slice(rest)]
  }
  const length = before.end.start + delta
  const file: ReadFile = {
    path: before.path,
    elements: join(before.elements, fresh.elements, ({ extent }) => extent),
    imports: join(before.imports, fresh.imports, place),
    faults: join(before.faults, fresh.faults, place),
    refs: join(before.refs, fresh.refs, ({ ref }) => ref.place),
    texts: join(before.texts, fresh.texts, place),
    words: join(before.words, fresh.words, place),
    unread: join(before.unread, fresh.unread, place),
    end: { file: before.path, start: length, end: length },
  }
  const places = (rememberedPlaces(fresh) ?? []).filter((one) => one !== fresh.end)
  return replacePlaces(before, file, { from, to, delta, fresh: places })
}
