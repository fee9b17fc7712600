import type { Lines } from './lines.js'
import { displayWidth, plainText } from './plain-text.js'
import type { Location } from './result.js'

/** The source line of a finding and the marks under it. */
export interface Excerpt {
  readonly number: string
  readonly source: string
  readonly indent: string
  readonly carets: string
}

const before = 60
const after = 60

/** The first line of a location with carets under what is meant; a long line is cut around it. */
export function excerpt(lines: Lines, { start, end }: Location): Excerpt {
  const line = lines.line(start.line)
  const from = start.column - 1
  const to = Math.max(end.line > start.line ? line.length : end.column - 1, from + 1)
  const isCutLeft = from > before + after
  const left = isCutLeft ? wholeCharacter(line, from - before) : 0
  const right = wholeCharacter(line, Math.min(line.length, Math.max(left + 2 * (before + after), Math.min(to, from + after))))
  const head = (isCutLeft ? '…' : '') + shown(line.slice(left, from))
  const marked = shown(line.slice(from, Math.min(to, right)))
  const tail = shown(line.slice(Math.min(to, right), right)) + (right < line.length ? '…' : '')
  return {
    number: String(start.line),
    source: (head + marked + tail).trimEnd(),
    indent: ' '.repeat(displayWidth(head)),
    carets: '^'.repeat(Math.max(1, displayWidth(marked))),
  }
}

function shown(text: string): string {
  return plainText(text.replaceAll('\t', '  '))
}

/** Moves an offset that would cut a surrogate pair in front of it. */
function wholeCharacter(line: string, offset: number): number {
  const code = line.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset
}
