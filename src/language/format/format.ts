import type { ReadFile } from '../../plan/elements/source.js'
import { readPlanText } from '../read/read-file.js'
import { mergeMarker } from '../read/unresolved-merge.js'
import { skeleton } from './gaps.js'
import { layOut } from './layout.js'
import { meaningOf } from './meaning.js'
import { Anatomy } from './parts.js'

/**
 * The text as it should look: one clause a line in braces with what follows in columns, short elements on one line and set in columns with
 * their neighbours, elements over 120 columns opened (over 160 where they stand in a table), a check mark on every task and milestone, at
 * most one blank line. Comments and texts stay as they are, and so does what cannot be read, and all of a text in
 * which a merge has stopped. Formatting twice is formatting once. Ends of
 * lines and byte order mark are kept.
 */
export function format(text: string): string {
  if (mergeMarker(text)) return text
  const byteOrderMark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const source = text.slice(byteOrderMark.length).replaceAll('\r\n', '\n')
  const read = readPlanText(path, source)
  const formatted = laidOut(source, read)
  const isKept = saysTheSame(source, formatted) && (read.faults.length === 0 || isHarmless(read, formatted))
  return byteOrderMark + (isKept ? formatted : source).replaceAll('\n', newline)
}

const path = 'format.mops'

function laidOut(source: string, read: ReadFile): string {
  const lines = layOut(new Anatomy(source, read).parts(), '')
  return lines.length === 0 ? '' : `${lines.map(withoutBlanksBehind).join('\n')}\n`
}

/**
 * In a faulty text the end of a line may decide what is still understood: such a text is formatted only if the same is read from it
 * afterwards, and if that is the end of it.
 */
function isHarmless(read: ReadFile, formatted: string): boolean {
  const again = readPlanText(path, formatted)
  return meaningOf(again) === meaningOf(read) && laidOut(formatted, again) === formatted
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
