import type { ReadFile } from '../../plan/elements/source.js'
import { outermost } from './target.js'

/** Offsets of a stretch of whole lines. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The stretches of a file that are laid out by themselves: elements that follow each other without a blank line, with the blank lines behind.
 * What happens in one changes nothing in another, so that an edit costs its own stretch and not the file.
 */
export function stretchesOf(source: string, file: ReadFile): readonly Stretch[] {
  const borders: number[] = []
  let from = 0
  const gapEnds = [...outermost(file.elements).map(({ extent }) => extent), { start: source.length, end: source.length }]
  for (const { start, end } of gapEnds) {
    for (const at of blankLines(source.slice(from, start))) borders.push(from + at)
    from = end
  }
  const starts = [0, ...borders]
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? source.length }))
}

/** Behind each run of blank lines that stands outside of comments, the offset of the line that follows. */
function blankLines(gap: string): readonly number[] {
  const bare = gap.replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g, (comment) => 'x'.repeat(comment.length))
  return [...bare.matchAll(/\n(?:[ \t\r]*\n)+/g)].map(({ 0: found, index }) => index + found.length)
}
