import type { ElementKind } from '../../plan/elements/elements.js'
import type { ClausePart, ElementPart, Part } from './parts.js'

const widest = 120
/** Neighbours on one line each make a table, which is read by columns and may be wider. */
const widestTable = 160
const step = '  '
/** Elements that have no braces of their own, whatever their length. */
const neverOpened: ReadonlySet<ElementKind> = new Set(['stage', 'score', 'item', 'send'])

/** One printed line that may be set in columns with its neighbours, or a block that may not. */
type Printed =
  | { readonly type: 'row'; readonly group: string; readonly cells: readonly string[]; readonly keys: readonly string[]; trailing?: string }
  | { readonly type: 'block'; readonly lines: readonly string[]; trailing?: string }
  | { readonly type: 'blank' }

/** Prints the parts of a file or of a body, each line with its indentation. */
export function layOut(parts: readonly Part[], indentation: string): readonly string[] {
  const printed: Printed[] = []
  const joined = withCompanions(parts)
  const clauseWidth = widthOf(joined)
  joined.forEach((part, at) => {
    if (part.type === 'blank') {
      if (printed.length > 0 && printed.at(-1)?.type !== 'blank') printed.push({ type: 'blank' })
    } else if (part.type === 'comment') {
      const last = printed.at(-1)
      if (part.isTrailing && last && last.type !== 'blank' && !last.trailing && !part.text.includes('\n')) last.trailing = part.text
      else printed.push({ type: 'block', lines: [indentation + part.text] })
    } else if (part.type === 'raw') printed.push({ type: 'block', lines: [indentation + part.text] })
    else if (part.type === 'clause') printed.push({ type: 'block', lines: [indentation + inColumn(part, clauseWidth)] })
    else printed.push(element(part, indentation, isInTable(joined, at, indentation)))
  })
  while (printed.at(-1)?.type === 'blank') printed.pop()
  return finish(printed, indentation)
}

/** Clauses that say more about the one in front of them, and may stay on its line. */
const companions: Readonly<Record<string, ReadonlySet<string>>> = {
  specific: new Set(['scope']),
  achievable: new Set(['given']),
  service: new Set(['within', 'rate', 'at least']),
}

function withCompanions(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    const isCompanion =
      part.type === 'clause' && last?.type === 'clause' && last.line === part.line && companions[last.keyword]?.has(part.keyword) === true
    const text = isCompanion ? `${last.text} ${part.text}` : ''
    if (isCompanion && fits(step + text)) result[result.length - 1] = { ...last, text }
    else result.push(part)
  }
  return result
}

/** The width of the first words of clauses, so that what follows stands in one column; 0 where nothing is aligned. */
function widthOf(parts: readonly Part[]): number {
  const clauses = parts.filter((part): part is ClausePart => part.type === 'clause')
  return clauses.reduce((width, { text }) => Math.max(width, firstWord(text)?.length ?? 0), 0)
}

/** The word of a clause that has something behind it; two words that belong together are not torn apart. */
function firstWord(text: string): string | undefined {
  return /^(?!at (?:least|most)|part of)([\p{L}_]+)(?= \S)/u.exec(text)?.[1]
}

function inColumn({ text }: ClausePart, width: number): string {
  const word = firstWord(text)
  return word ? word.padEnd(width) + text.slice(word.length) : text
}

/** True where the element in front or behind stands on one line as well, and is of the same kind. */
function isInTable(parts: readonly Part[], at: number, indentation: string): boolean {
  const own = parts[at]
  const isRow = (part: Part | undefined) =>
    part?.type === 'element' && own?.type === 'element' && part.kind === own.kind && oneLine(part, indentation, widestTable) !== undefined
  return isRow(own) && (isRow(neighbour(parts, at, -1)) || isRow(neighbour(parts, at, 1)))
}

function neighbour(parts: readonly Part[], at: number, direction: 1 | -1): Part | undefined {
  let next = at + direction
  while (isTrailing(parts[next])) next += direction
  return parts[next]
}

function isTrailing(part: Part | undefined): boolean {
  return part?.type === 'comment' && part.isTrailing && !part.text.includes('\n')
}

/** An element without braces as the one line that it stands on; undefined where it takes more, or does not fit. */
function oneLine({ head, clauses, body, firstLine, isOnOneLine }: ElementPart, indentation: string, width: number): string | undefined {
  if (body !== undefined) return undefined
  const line = [...head, ...clauses.map(({ text }) => text)].filter(Boolean).join(' ')
  const fitsHere = !line.includes('\n') && indentation.length + line.length <= width
  return fitsHere && (isOnOneLine || clauses.every((clause) => clause.line === firstLine)) ? line : undefined
}

function element(part: ElementPart, indentation: string, isInRun: boolean): Printed {
  const { head, clauses, body, kind } = part
  const cells = [...head, ...clauses.map(({ text }) => text)]
  const keys = ['', '', '', ...clauses.map(({ keyword }) => keyword)]
  const line = cells.filter(Boolean).join(' ')
  if (body === undefined) return withoutBraces(part, { cells, keys, indentation, width: isInRun ? widestTable : widest })
  if (body.length === 0) return { type: 'row', group: `${kind}{`, cells: [...cells, '{}'], keys: [...keys, '{'] }
  const isCompact = part.isOnOneLine && body.every((one) => one.type === 'clause' && one.keyword === 'row')
  if (isCompact) {
    const rows = `{ ${body.map((one) => (one.type === 'clause' ? one.text : '')).join('  ')} }`
    if (fits(`${indentation}${line} ${rows}`)) return { type: 'row', group: `${kind}{`, cells: [...cells, rows], keys: [...keys, '{'] }
  }
  return fits(`${indentation}${line} {`) || neverOpened.has(kind)
    ? block(line, body, indentation)
    : block(headLine(head), [...clauses, ...body], indentation)
}

function headLine(head: readonly string[]): string {
  return head.filter(Boolean).join(' ')
}

function block(line: string, body: readonly Part[], indentation: string): Printed {
  return { type: 'block', lines: [`${indentation}${line} {`, ...layOut(body, indentation + step), `${indentation}}`] }
}

interface Layout {
  readonly cells: readonly string[]
  readonly keys: readonly string[]
  readonly indentation: string
  readonly width: number
}

function withoutBraces(part: ElementPart, { cells, keys, indentation, width }: Layout): Printed {
  const { kind, head, clauses, firstLine } = part
  const isKeptWhole = neverOpened.has(kind) || clauses.length === 0
  if (isKeptWhole || oneLine(part, indentation, width) !== undefined) return { type: 'row', group: kind, cells, keys }
  const starts = [...new Set(clauses.map((clause) => clause.line))].filter((start) => start !== firstLine)
  if (starts.length === 1) {
    const first = [headLine(head), ...clauses.filter((clause) => clause.line === firstLine).map(({ text }) => text)].join(' ')
    const second = clauses.filter((clause) => clause.line !== firstLine).map(({ text }) => text)
    const lines = [indentation + first, `${indentation}${step}${second.join(' ')}`]
    if (lines.every(fits) && !lines.join('').includes('\n')) return { type: 'block', lines }
  }
  return block(headLine(head), clauses, indentation)
}

function fits(line: string): boolean {
  return line.length <= widest
}

/** Sets runs of neighbours in columns, and comments behind lines below each other. */
function finish(printed: readonly Printed[], indentation: string): readonly string[] {
  const lines: { text: string; trailing: string | undefined }[] = []
  for (let index = 0; index < printed.length; ) {
    const one = printed[index]
    if (!one) break
    if (one.type === 'row') {
      const run: Extract<Printed, { type: 'row' }>[] = []
      for (let next: Printed | undefined = one; next?.type === 'row' && next.group === one.group; next = printed[index]) {
        run.push(next)
        index++
      }
      inColumns(run, indentation).forEach((text, at) => {
        lines.push({ text, trailing: run[at]?.trailing })
      })
      continue
    }
    index++
    if (one.type === 'blank') lines.push({ text: '', trailing: undefined })
    else
      one.lines.forEach((text, at) => {
        lines.push({ text, trailing: at === one.lines.length - 1 ? one.trailing : undefined })
      })
  }
  return withTrailing(lines)
}

/** A cell is padded as long as all rows of the run have the same clause there. */
function inColumns(run: readonly Extract<Printed, { type: 'row' }>[], indentation: string): readonly string[] {
  const plain = run.map(({ cells }) => indentation + cells.filter(Boolean).join(' '))
  if (run.length < 2) return plain
  const [first] = run
  const longest = run.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  let shared = 0
  while (shared < longest && run.every(({ keys }) => keys[shared] === first?.keys[shared])) shared++
  const widths = Array.from({ length: shared }, (_, column) =>
    run.reduce((width, { cells }) => Math.max(width, cells[column]?.length ?? 0), 0),
  )
  const aligned = (columns: number) =>
    run.map(({ cells }) => {
      const padded = cells.map((cell, column) => (column < columns ? cell.padEnd(widths[column] ?? 0) : cell))
      return (
        indentation + padded.filter((cell, column) => (column < columns ? (widths[column] ?? 0) > 0 : cell !== '')).join(' ')
      ).trimEnd()
    })
  for (let columns = shared; columns > 0; columns--) {
    const lines = aligned(columns)
    if (lines.every(({ length }) => length <= widestTable)) return lines
  }
  return plain
}

function withTrailing(lines: readonly { readonly text: string; readonly trailing: string | undefined }[]): readonly string[] {
  const result: string[] = []
  for (let index = 0; index < lines.length; ) {
    let end = index
    while (end < lines.length && lines[end]?.text !== '') end++
    const group = lines.slice(index, Math.max(end, index + 1))
    const column = group.reduce((width, { text, trailing }) => (trailing === undefined ? width : Math.max(width, text.length)), 0)
    for (const { text, trailing } of group) result.push(trailing === undefined ? text : `${text.padEnd(column)}  ${trailing}`)
    index += group.length
  }
  return result
}
