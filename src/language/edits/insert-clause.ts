import type { Place } from '../../plan/text/place.js'
import type { TextEdit } from './text-edit.js'

/** Words that begin what can only stand in braces. */
const nested = /^(?:line|send|score|stage|task|milestone|decision|\[)/

/**
 * Adds a clause to an element: on a line of its own in braces of several lines, aligned with the others, else behind the last clause.
 * In an element that holds others it stands in front of them, so that none of them takes it for its own.
 */
export function insertClause(source: string, extent: Place, clause: string): TextEdit {
  const element = source.slice(extent.start, extent.end)
  if (!element.endsWith('}')) return insertion(extent.file, extent.end, nested.test(clause) ? ` {\n  ${clause}\n}` : ` ${clause}`)
  const open = openingBrace(element)
  const body = element.slice(open + 1, -1)
  if (!body.includes('\n'))
    return insertion(
      extent.file,
      extent.start + open + 1 + body.trimEnd().length,
      ` ${clause}${body.trim() === '' || !body.endsWith(' ') ? ' ' : ''}`,
    )
  const newline = body.includes('\r\n') ? '\r\n' : '\n'
  const lines = body.split(/\r?\n/)
  const clauses = lines.slice(1, -1).filter((line) => line.trim() !== '')
  const indentation = /^[ \t]*/.exec(clauses[0] ?? '')?.[0] || `${indentationAt(source, extent.start)}  `
  const text = `${indentation}${aligned(clause, clauses)}`
  if (clauses.some((line) => /^\s*(?:\[.\]\s*)?(?:line|send|score|stage|task|milestone|decision)\b/.test(line))) {
    const firstNewline = extent.start + open + 1 + (lines[0]?.length ?? 0)
    return insertion(extent.file, firstNewline, `${newline}${text}`)
  }
  const closingIndentation = /(?<![ \t])[ \t]*$/.exec(body)?.[0].length ?? 0
  const lastNewline = body.slice(0, body.length - closingIndentation).trimEnd().length
  return behindComment(source, extent.file, extent.start + open + 1 + lastNewline, `${newline}${text}`)
}

function insertion(file: string, at: number, text: string): TextEdit {
  return { file, start: at, end: at, text }
}

function behindComment(source: string, file: string, at: number, text: string): TextEdit {
  const lineEnd = source.indexOf('\n', at)
  const rest = lineEnd < 0 ? '' : source.slice(at, lineEnd)
  return insertion(file, at + (rest.trimStart().startsWith('//') ? rest.trimEnd().length : 0), text)
}

function indentationAt(source: string, offset: number): string {
  return /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? ''
}

/** The brace that opens the element's own body: the first one outside of texts and comments. */
function openingBrace(element: string): number {
  const token = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\{/g
  for (let found = token.exec(element); found; found = token.exec(element)) if (found[0] === '{') return found.index
  return element.length - 1
}

/** Pads the clause's word so that what follows stands in the column of the neighbours. */
function aligned(clause: string, neighbours: readonly string[]): string {
  const parts = /^([\p{L}_]+)\s+(.*)$/su.exec(clause)
  const widths = neighbours.flatMap((line) => {
    const found = /^\s*([\p{L}_]+\s+)\S/u.exec(line)
    return found?.[1] ? [found[1].length] : []
  })
  const [width] = widths
  if (!parts?.[1] || width === undefined || widths.length < 2 || widths.some((one) => one !== width) || parts[1].length >= width)
    return clause
  return `${parts[1].padEnd(width)}${parts[2]}`
}
