import type { ElementKind } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import type { TextEdit } from '../edits/text-edit.js'
import { editsOfChange } from '../edits/text-edits.js'
import { clauseOf } from '../table/vocabulary.js'

/** A clause with the names in it, in the order of the text. */
export interface NamingClause {
  readonly kind: ElementKind
  readonly keyword: string
  readonly place: Place
  readonly names: readonly Place[]
}

/**
 * Takes names out of a clause: of a list with their commas, of an optional part (`from design`) with its word; the whole clause where it says
 * nothing without them.
 */
export function namesRemoved(source: string, clause: NamingClause, isGone: (name: Place) => boolean): readonly TextEdit[] {
  const { names, place } = clause
  const edits: TextEdit[] = []
  for (let at = 0; at < names.length; at++) {
    const first = names[at]
    if (!first || !isGone(first)) continue
    let to = at
    while (names[to + 1] && isGone(names[to + 1] as Place)) to++
    const last = names[to] ?? first
    const [front, behind] = [names[at - 1], names[to + 1]]
    const isListed = (a: Place, b: Place) => source.slice(a.end, b.start).trim() === ','
    const part = startOfOptional(source, clause, first)
    if (behind && isListed(last, behind)) edits.push({ file: place.file, start: first.start, end: behind.start, text: '' })
    else if (front && isListed(front, first)) edits.push({ file: place.file, start: front.end, end: last.end, text: '' })
    else if (part !== undefined) edits.push({ file: place.file, start: part, end: last.end, text: '' })
    else return editsOfChange({ type: 'remove', place }, { text: () => source, plan: undefined })
    at = to
  }
  return edits
}

/** Where the optional part begins in which a name stands behind a word, such as `from` or `using`; with the blank in front. */
function startOfOptional(source: string, { kind, keyword, place }: NamingClause, name: Place): number | undefined {
  const before = source.slice(place.start, name.start).trimEnd()
  for (const one of clauseOf(kind, keyword)?.arguments ?? []) {
    if (one.type !== 'optional' || one.parts.length !== 2) continue
    const [word, names] = one.parts
    const written = word?.type === 'words' ? word.words.join(' ') : ''
    if (names?.type !== 'names' || written === '' || !before.endsWith(` ${written}`)) continue
    return place.start + before.slice(0, -written.length).trimEnd().length
  }
  return undefined
}
