import { skeleton } from './format/gaps.js'
import { layOut } from './format/layout.js'
import { Anatomy } from './format/parts.js'
import { readText } from './read/read-file.js'

/**
 * The text as it should look: one clause a line in braces with what follows in columns, short elements on one line and set in columns with
 * their neighbours, elements over 120 columns opened (over 160 where they stand in a table), a check mark on every task and milestone, at
 * most one blank line. Comments and texts stay as they are, and so does what cannot be read. Formatting twice is formatting once. Ends of lines and byte order mark are kept.
 */
export function format(text: string): string {
  const byteOrderMark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const source = text.slice(byteOrderMark.length).replaceAll('\r\n', '\n')
  const lines = layOut(new Anatomy(source, readText('format.mops', source)).parts(), '')
  const formatted = lines.length === 0 ? '' : `${lines.map((line) => withoutBlanksBehind(line)).join('\n')}\n`
  return byteOrderMark + (saysTheSame(source, formatted) ? formatted : source).replaceAll('\n', newline)
}

/** Nothing is lost but blanks, and nothing is new but check marks and braces. */
function saysTheSame(before: string, after: string): boolean {
  const bare = (text: string) =>
    skeleton(text)
      .replaceAll('[ ]', '')
      .replace(/[{}[\]]/g, '')
  return bare(before) === bare(after)
}

/** An expression such as `[ \t]+$` would look at every run of blanks from each of its places. */
function withoutBlanksBehind(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return line.slice(0, end)
}
