import { t } from '@vscode/l10n'
import type { Fault } from '../../plan/elements/fault.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { ReadFile } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'
import { findHabits } from '../habits/find-habits.js'
import type { HabitEdit } from '../habits/habit-edit.js'
import type { HabitName } from '../habits/habit-walk.js'
import { rememberedPlaces, rememberPlaces } from './file-places.js'

/** What says that a line cannot be read as it stands. */
const ofReading: ReadonlySet<string> = new Set([
  'plan/syntax',
  'plan/unknown-clause',
  'plan/clause-not-allowed',
  'plan/duplicate-clause',
  'plan/invalid-date',
])

/** A line that becomes readable may show that another one is meant otherwise; more rounds than this change nothing. */
const mostRounds = 4

/**
 * What a text means that is partly written by the habits of other tools: its faulty lines are respelled, and the respelled text is read. All
 * places are those of the text as it stands, and each respelled line has one fault, with the respelling as its fix. Lines that can be read
 * stay what they are. Cost: that of reading the text a few times; nothing for a text without a fault.
 */
export function readAsMeant(written: ReadFile, source: string, whole: string, read: (source: string) => ReadFile): ReadAsMeant {
  const asWritten = { file: written, usesTitles: false }
  if (canBeRead(written)) return asWritten
  const lines = new Lines(source)
  const faulty = new Set<number>()
  addLines(faulty, lines, written.faults)
  let meant: Respelling | undefined
  for (let round = 0; round < mostRounds; round++) {
    const { edits, named, usesTitles } = findHabits(source, whole, (line) => faulty.has(line))
    if (edits.length === 0) return asWritten
    const respelled = new Offsets(source, edits)
    const file = read(respelled.text)
    meant = { file, edits, named, usesTitles, offsets: respelled }
    const known = faulty.size
    addLines(
      faulty,
      lines,
      file.faults.map((fault) => ({ ...fault, place: respelled.back(fault.place) })),
    )
    if (faulty.size === known) break
  }
  return meant ? { file: placed(meant, source, lines), usesTitles: meant.usesTitles } : asWritten
}

/** What was read, and whether titles that stand elsewhere in the text decide it. */
export interface ReadAsMeant {
  readonly file: ReadFile
  readonly usesTitles: boolean
}

/** True for a text that needs no respelling. */
export function canBeRead(file: ReadFile): boolean {
  return !file.faults.some(isOfReading)
}

interface Respelling {
  readonly file: ReadFile
  readonly edits: readonly HabitEdit[]
  readonly named: readonly HabitName[]
  readonly usesTitles: boolean
  readonly offsets: Offsets
}

function isOfReading({ code }: Fault): boolean {
  return ofReading.has(code)
}

function addLines(lines: Set<number>, { lineOf }: Lines, faults: readonly Fault[]): void {
  for (const fault of faults) {
    if (!isOfReading(fault)) continue
    lines.add(lineOf(fault.place.start))
    lines.add(lineOf(Math.max(fault.place.start, fault.place.end - 1)))
  }
}

/** The file as read, at the places of the text as it stands. */
function placed({ file, edits, named, offsets }: Respelling, source: string, lines: Lines): ReadFile {
  const unknown = edits.flatMap((edit, index) => (edit.reads === undefined ? [] : [offsets.stretch(index)]))
  const isConsequence = ({ place }: Fault) => unknown.some(({ start, end }) => place.start < end && place.end > start)
  const remaining = file.faults.filter((fault) => !isConsequence(fault))
  const places = [...(rememberedPlaces(file) ?? [])]
  for (const place of places) Object.assign(place, offsets.back(place))
  const own = groups(edits, source, lines).map((group) => faultOf(file.path, source, lines, group))
  const respelledLines = new Set(edits.map(({ line }) => line))
  const others = remaining.filter((fault) => !isOfReading(fault) || !respelledLines.has(lines.lineOf(fault.place.start)))
  places.push(
    ...own.flatMap((fault) => [
      fault.place,
      ...fault.fixes.flatMap(({ changes }) => changes.flatMap((change) => ('place' in change ? [change.place] : []))),
    ]),
  )
  const names = named.map(({ word, start, end }) => ({ word, place: { file: file.path, start, end } }))
  places.push(...names.map(({ place }) => place))
  places.sort((a, b) => a.start - b.start)
  const whole: ReadFile = {
    ...file,
    faults: [...own, ...others].sort((a, b) => a.place.start - b.place.start),
    unread: [...file.unread, ...names].sort((a, b) => a.place.start - b.place.start),
  }
  return rememberPlaces(whole, places)
}

/** The edits of one finding: those of a line, and of the indented lines below it that are written by the same habit. */
interface Group {
  readonly line: number
  readonly edits: readonly HabitEdit[]
  /** Lines below. */
  readonly more: number
}

function groups(edits: readonly HabitEdit[], source: string, lines: Lines): readonly Group[] {
  const byLine = new Map<number, HabitEdit[]>()
  for (const edit of edits) {
    const own = byLine.get(edit.line)
    if (own) own.push(edit)
    else byLine.set(edit.line, [edit])
  }
  const found: { line: number; edits: HabitEdit[]; more: number; last: number }[] = []
  for (const [line, own] of [...byLine].sort(([a], [b]) => a - b)) {
    const before = found.at(-1)
    const isBelow = before !== undefined && line === before.last + 1 && /[ \t]/.test(source[lines.extent(line)[0]] ?? '')
    const isPlain = (list: readonly HabitEdit[]) =>
      !list.some((edit) => edit.other !== undefined || edit.relative || edit.reads !== undefined)
    if (
      before &&
      isBelow &&
      isPlain(own) &&
      isPlain(before.edits) &&
      own.some(({ why }) => before.edits.some((edit) => edit.why === why))
    ) {
      before.edits.push(...own)
      before.more++
      before.last = line
    } else found.push({ line, edits: own, more: 0, last: line })
  }
  return found
}

/** The one fault of a respelled line. */
function faultOf(path: string, source: string, lines: Lines, { line, edits, more }: Group): Fault {
  const first = edits.find(({ start }) => lines.lineOf(start) >= line) ?? edits[0]
  const place = visible(path, source, first ?? { start: 0, end: 0 })
  const elsewhere = edits.find(({ start, text }) => text.trim() !== '' && lines.lineOf(start) !== line)
  const shownIn = (list: readonly HabitEdit[]) =>
    shownLine(source, lines, line, list) || (elsewhere ? shownLine(source, lines, lines.lineOf(elsewhere.start), list) : '')
  const other = edits.some((edit) => edit.other !== undefined)
  const spellings = other ? [edits, edits.map((edit) => ({ ...edit, text: edit.other ?? edit.text }))] : [edits]
  const fixes = spellings.map((spelling): Fix => {
    const shown = shownIn(spelling)
    return {
      title: shown === '' ? t('Remove the line') : t('Write `{text}`', { text: shown }),
      isSafe: false,
      changes: touching(spelling).map(({ start, end, text }) => ({ type: 'replace', place: { file: path, start, end }, text })),
    }
  })
  const whys = [...new Set(edits.map(({ why }) => why))].slice(0, 3).join(' ')
  const written = shownIn(edits)
  const below = more === 0 ? '' : ` ${t('So are {count} lines below it.', { count: more })}`
  const respelled =
    written === '' ? t('{why} Remove the line.', { why: whys }) : other ? whys : t('{why} Write `{text}`.', { why: whys, text: written })
  const message = respelled + below
  const relative = edits.find((edit) => edit.relative)?.relative
  const code = edits.every(({ isClauseWord }) => isClauseWord) ? 'plan/unknown-clause' : 'plan/syntax'
  return { code, place, message, related: [], fixes, ...(relative && { day: relative }) }
}

/** Edits of which no two touch. */
function touching(edits: readonly HabitEdit[]): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const joined: { start: number; end: number; text: string }[] = []
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && last.end === start) {
      last.end = end
      last.text += text
    } else joined.push({ start, end, text })
  }
  return joined
}

/** The respelled line, as far as it is quoted in a message. */
function shownLine(source: string, lines: Lines, line: number, edits: readonly HabitEdit[]): string {
  const [start, first] = lines.extent(line)
  let end = first
  for (const edit of edits)
    if (edit.start >= start && edit.start <= end && edit.end > edit.start) end = Math.max(end, lines.extent(lines.lineOf(edit.end - 1))[1])
  let text = ''
  let position = start
  for (const edit of edits) {
    if (edit.start < position || edit.start > end) continue
    text += source.slice(position, edit.start) + edit.text
    position = edit.end
  }
  const whole = (text + source.slice(position, Math.max(position, end))).replace(/\s+/g, ' ').trim()
  return whole.length > 100 ? `${whole.slice(0, 100)}…` : whole
}

/** A stretch that can be seen: one without length is that of the word there. */
function visible(path: string, source: string, { start, end }: { readonly start: number; readonly end: number }): Place {
  let from = start
  while (from < end && /\s/.test(source[from] ?? '')) from++
  let to = end
  while (to > from && /\s/.test(source[to - 1] ?? '')) to--
  if (to > from) return { file: path, start: from, end: to }
  while (to < source.length && /\S/.test(source[to] ?? '')) to++
  if (to === from) while (from > 0 && /\S/.test(source[from - 1] ?? '')) from--
  return { file: path, start: from, end: to }
}

/** Where the lines of a text begin. */
class Lines {
  private readonly starts: readonly number[]

  constructor(private readonly source: string) {
    this.starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  /** The line of an offset, from 0. */
  readonly lineOf = (offset: number): number => {
    let low = 0
    let high = this.starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }

  /** From where to where a line reaches, without its end. */
  extent(line: number): readonly [start: number, end: number] {
    return [this.starts[line] ?? 0, (this.starts[line + 1] ?? this.source.length + 1) - 1]
  }
}

/** A text with some stretches replaced, and where its offsets stand in the text before. */
class Offsets {
  readonly text: string
  private readonly stretches: { readonly start: number; readonly end: number; readonly from: number; readonly to: number }[] = []

  constructor(source: string, edits: readonly HabitEdit[]) {
    let text = ''
    let position = 0
    for (const { start, end, text: replacement, reads = replacement } of edits) {
      text += source.slice(position, start)
      this.stretches.push({ start: text.length, end: text.length + reads.length, from: start, to: end })
      text += reads
      position = end
    }
    this.text = text + source.slice(position)
  }

  stretch(index: number): { readonly start: number; readonly end: number } {
    return this.stretches[index] ?? { start: 0, end: 0 }
  }

  /** A place of the new text, in the text before; within a replaced stretch it is the whole of it. */
  back({ file, start, end }: Place): Place {
    const from = this.offset(start, 'first')
    return { file, start: from, end: Math.max(from, end > start ? this.offset(end, 'last') : from) }
  }

  private offset(offset: number, side: 'first' | 'last'): number {
    let low = 0
    let high = this.stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.stretches[middle]?.start ?? 0) < offset || (side === 'first' && this.stretches[middle]?.start === offset)) low = middle + 1
      else high = middle
    }
    const before = this.stretches[low - 1]
    if (!before) return offset
    if (offset >= before.end && !(side === 'last' && offset === before.start)) return before.to + (offset - before.end)
    return side === 'first' ? before.from : before.to
  }
}
