import type { IToken } from 'chevrotain'
import { firstFrom } from '../../plan/text/first-from.js'
import { isPlainWord, tokensAndComments } from '../parse/quick-parse.js'
import { insideOf, isKind, vocabulary } from '../table/vocabulary.js'
import type { TextChange } from './text-change.js'

/**
 * Whole lines from a word that begins an element or import at the start of a line up to the next such word, with the comments in front. The
 * first one of a text holds what stands before any such word. A chunk rests on its own text, on the line behind it, and, where it awaits
 * `"""`, on all that follows.
 */
export interface Chunk {
  /** In characters. */
  readonly length: number
  /** With which it begins: `goal`, `[x] task`; empty for what stands before the first element. */
  readonly opener: string
  /** How many characters its first word is indented. */
  readonly indent: number
  /** How many braces it closes that it has not opened, and then, how many it leaves open. */
  readonly closes: number
  readonly opens: number
  /** True when a long text in it has no end, so that a `"""` further down would end it. */
  readonly awaitsQuotes: boolean
}

const openers: ReadonlySet<string> = new Set(['import', ...Object.keys(vocabulary).filter((kind) => isKind(kind) && !insideOf(kind))])

/** The chunks of a text that differs in one stretch from one whose chunks are known; those that are as before are the same objects. */
export function chunksAfter(before: readonly Chunk[], text: string, change: TextChange): readonly Chunk[] {
  const starts = startsOf(before)
  const first = firstToScan(before, starts, text, change)
  const chunks = before.slice(0, first)
  let at = starts[first] ?? 0
  let behind = firstFrom(starts, (start) => start < change.oldEnd)
  do {
    while (behind < before.length && (starts[behind] ?? 0) + change.delta < at) behind++
    if ((starts[behind] ?? Number.NaN) + change.delta === at) return [...chunks, ...before.slice(behind)]
    const chunk = firstChunk(text.slice(at))
    const known = before[chunks.length]
    const isKnown = at === starts[chunks.length] && at + chunk.length <= change.start && isSame(known, chunk)
    chunks.push(isKnown && known ? known : chunk)
    at += chunk.length
  } while (at < text.length)
  return chunks
}

function startsOf(chunks: readonly Chunk[]): readonly number[] {
  let end = 0
  return chunks.map(({ length }) => {
    end += length
    return end - length
  })
}

/** The chunk in front of the first that a change touches, since where that one begins is found there; or an earlier one whose text it ends. */
function firstToScan(before: readonly Chunk[], starts: readonly number[], text: string, { start, oldEnd, delta }: TextChange): number {
  const touched = before.findIndex(({ length }, index) => (starts[index] ?? 0) + length >= start)
  const first = Math.max(0, touched - 1)
  if (!text.slice(Math.max(0, start - 2), oldEnd + delta + 2).includes('"""')) return first
  const awaiting = before.findIndex(({ awaitsQuotes }) => awaitsQuotes)
  return awaiting < 0 ? first : Math.min(first, awaiting)
}

function isSame(a: Chunk | undefined, b: Chunk): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Cuts a text into chunks. Each is scanned by itself, so that what stands in front changes nothing in it. Cost: one scan. */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let at = 0
  do {
    const chunk = firstChunk(text.slice(at))
    chunks.push(chunk)
    at += chunk.length
  } while (at < text.length)
  return chunks
}

function firstChunk(source: string): Chunk {
  const take = tokensAndComments(source)
  const comments: IToken[] = []
  const found = { opener: '', indent: 0, closes: 0, opens: 0, awaitsQuotes: false }
  let previous: IToken | undefined
  let last: IToken | undefined
  for (let token = take(); token; token = take()) {
    if (token.tokenType.name === 'COMMENT') {
      comments.push(token)
      continue
    }
    if (isPlainWord(token) && openers.has(token.tokenType.name)) {
      const mark = last?.tokenType.name === 'MARK' ? last : undefined
      const begin = (mark ?? token).startOffset
      const before = mark ? previous : last
      if (!before) {
        found.opener = mark ? `${mark.image} ${token.image}` : token.image
        found.indent = begin - lineStart(source, begin)
      } else {
        const length = boundaryBetween(source, before, begin, comments)
        if (length !== undefined) return { ...found, length }
      }
    }
    if (token.image === '{') found.opens++
    else if (token.image === '}' && found.opens > 0) found.opens--
    else if (token.image === '}') found.closes++
    else if (token.image === '""' && source.startsWith('"""', token.startOffset)) found.awaitsQuotes = true
    previous = last
    last = token
  }
  return { ...found, length: source.length }
}

/**
 * Where the line behind a token begins, when a word stands at the start of that line or of one further down. Undefined also where a comment
 * that begins beside the token could belong to what the word begins.
 */
function boundaryBetween(source: string, before: IToken, begin: number, comments: readonly IToken[]): number | undefined {
  const end = (before.endOffset ?? before.startOffset) + 1
  const feed = source.slice(end, begin).indexOf('\n')
  if (feed < 0 || source.slice(lineStart(source, begin), begin).trim() !== '') return undefined
  const boundary = end + feed + 1
  const isBeside = ({ startOffset, image }: IToken) => startOffset >= end && startOffset < boundary && image.endsWith('*/')
  return comments.some(isBeside) ? undefined : boundary
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}
