import type { Finding } from '../../plan/elements/finding.js'
import type { Place } from '../../plan/text/place.js'
import type { TextChange } from '../read/text-change.js'

/** A finding where it stands after a change of its file; undefined where the change touches an end of its place. Related places likewise. */
export function movedFinding(finding: Finding, change: TextChange): Finding | undefined {
  const { file } = finding.place
  const place = movedPlace(finding.place, change)
  if (!place) return undefined
  const related = finding.related.flatMap((one) => {
    const moved = one.place.file === file ? movedPlace(one.place, change) : one.place
    return moved ? [{ ...one, place: moved }] : []
  })
  return { ...finding, place, related }
}

/** A place around a change grows or shrinks with it. */
function movedPlace(place: Place, { start, oldEnd, delta }: TextChange): Place | undefined {
  if (place.end < start) return place
  if (place.start > oldEnd) return { ...place, start: place.start + delta, end: place.end + delta }
  return place.start < start && place.end > oldEnd ? { ...place, end: place.end + delta } : undefined
}
