import type { ElementKind } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import { insertClause } from '../edits/insert-clause.js'
import type { TextEdit } from '../edits/text-edit.js'
import { vocabulary } from '../table/vocabulary.js'
import type { Target } from './target.js'

/** A clause in the place of one with the same word: the value alone is replaced, so that columns stay. */
export function overwritten(source: string, place: Place, text: string): TextEdit {
  const old = source.slice(place.start, place.end)
  const [, word = ''] = /^([\p{L}_]+)\s/u.exec(text) ?? []
  const gap = word === '' ? undefined : new RegExp(`^${word}[ \\t]+`).exec(old)?.[0]
  if (gap === undefined) return { file: place.file, start: place.start, end: place.end, text }
  return { file: place.file, start: place.start + gap.length, end: place.end, text: text.slice(word.length).trimStart() }
}

/**
 * A clause that is new in an element: behind the last one that is usually written in front of it, on a line of its own where that has one.
 * Where none is, it goes where `insertClause` puts it.
 */
export function inserted(source: string, target: Target, keyword: string, text: string): TextEdit {
  const order = orderOf(target.kind)
  const own = order.get(keyword) ?? order.size
  const before = target.clauses.filter((one) => (order.get(one.keyword) ?? order.size) <= own)
  const anchor = before.reduce<Place | undefined>((last, { place }) => (last && last.start > place.start ? last : place), undefined)
  if (!anchor) return insertClause(source, target.extent, text)
  const lineStart = source.lastIndexOf('\n', anchor.start - 1) + 1
  const lineEnd = endOfLine(source, anchor.end)
  const indentation = source.slice(lineStart, anchor.start)
  const rest = source.slice(anchor.end, lineEnd)
  const isOnOwnLine =
    indentation.trim() === '' && lineStart > target.extent.start && (rest.trim() === '' || rest.trimStart().startsWith('//'))
  if (!isOnOwnLine) return { file: anchor.file, start: anchor.end, end: anchor.end, text: ` ${text}` }
  const newline = source[lineEnd - 1] === '\r' || source.includes('\r\n') ? '\r\n' : '\n'
  const at = source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  const old = source.slice(anchor.start, anchor.end)
  return { file: anchor.file, start: at, end: at, text: `${newline}${indentation}${inColumnOf(old, text)}` }
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}

/** With the value in the column of a neighbour's, where its word leaves room. */
function inColumnOf(neighbour: string, text: string): string {
  const width = /^[\p{L}_]+[ \t]+/u.exec(neighbour)?.[0].length ?? 0
  const [, word = '', rest = ''] = /^([\p{L}_]+)\s+(.*)$/su.exec(text) ?? []
  return word !== '' && word.length < width ? word.padEnd(width) + rest : text
}

const orders = new Map<ElementKind, ReadonlyMap<string, number>>()

/** The clauses of a kind in the order in which they are usually written. */
function orderOf(kind: ElementKind): ReadonlyMap<string, number> {
  const known = orders.get(kind)
  if (known) return known
  const made = new Map(vocabulary[kind].clauses.map(({ keyword }, index) => [keyword, index]))
  orders.set(kind, made)
  return made
}

/** The whole of a clause of which the reader notes the value alone, as of the `when` of a journey stage. */
export function withItsWord(source: string, place: Place, keyword: string): Place {
  const { file, start, end } = place
  const before = source.slice(0, start).trimEnd()
  if (source.startsWith(keyword, start) || !before.endsWith(` ${keyword}`)) return { file, start, end }
  return { file, start: before.length - keyword.length, end }
}
