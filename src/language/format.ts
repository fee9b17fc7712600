import type { ReadFile } from '../plan/source.js'
import { skeleton } from './format/gaps.js'
import { layOut } from './format/layout.js'
import { meaningOf } from './format/meaning.js'
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
  const read = readText('format.mops', source)
  const lines = layOut(new Anatomy(source, read).parts(), '')
  const formatted = lines.length === 0 ? '' : `${lines.map((line) => withoutBlanksBehind(line)).join('\n')}\n`
  return byteOrderMark + (saysTheSame(source, formatted) && isReadAs(read, formatted) ? formatted : source).replaceAll('\n', newline)
}

/** In a faulty text the end of a line may decide what is still understood: it is formatted only if the same is read from it afterwards. */
function isReadAs(read: ReadFile, formatted: string): boolean {
  return read.faults.length === 0 || meaningOf(readText(read.path, formatted)) === meaningOf(read)
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
