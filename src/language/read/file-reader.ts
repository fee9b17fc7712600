import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import { aKind } from '../../plan/elements/kind-words.js'
import type { ImportLine, ReadFile } from '../../plan/elements/source.js'
import { importTarget } from '../../plan/text/import-target.js'
import type { Clause, ElementNode, File, Import } from '../generated/ast.js'
import { parseQuickly } from '../parse/quick-parse.js'
import { firstOffset, lastOffset } from '../parse/sites.js'
import { parseTolerantly } from '../parse/tolerant-parser.js'
import { insideOf, kindsWith, vocabulary } from '../table/vocabulary.js'
import { keywordOf } from './clause-words.js'
import { isItem } from './element-parts.js'
import { ElementReader } from './element-reader.js'
import { rememberPlaces } from './file-places.js'
import { type Parsed, reportParserFaults } from './parser-faults.js'
import { mostWhereBroken, Reading } from './reading.js'
import { unknownWord, unreadNames } from './unknown-clauses.js'

/** Reads a text without a fault of syntax; undefined for any other. */
export function readQuickly(path: string, source: string): ReadFile | undefined {
  const reader = new FileReader(path, source)
  return parseQuickly(source, (part) => reader.part(part)) ? reader.finish() : undefined
}

/**
 * Reads a text that has faults of syntax, with a fault for each. `next` is the word that begins what stands behind the text in its file:
 * the parser recovers there, and it is not read.
 */
export function readTolerantly(path: string, source: string, next?: string): ReadFile {
  const parsed = parseTolerantly(next === undefined ? source : source + next)
  const parts = parsed.value.parts ?? []
  const isBehind = (offset = 0) => offset >= source.length
  if (next && parts.some((part) => !isBehind(firstOffset(part)) && isBehind(lastOffset(part)))) return readTolerantly(path, source, '')
  const reader = new FileReader(path, source, mostWhereBroken)
  for (const part of parts) if (!isBehind(firstOffset(part))) reader.part(part)
  return reader.finish({ ...parsed, isFileEnd: next === undefined })
}

/** What is left of a text in which the stack overflows. */
export function readNothing(path: string, source: string): ReadFile {
  return unreadable(path, source, t('This is nested too deeply to be read. Split it, or remove the surplus brackets.'))
}

/** What is left of a text that is not read, with one fault at its beginning that says why, or with none. */
export function unreadable(path: string, source: string, why: string | undefined): ReadFile {
  const { length } = source
  const reading = new Reading(path, source)
  if (why !== undefined) reading.fault('plan/syntax', reading.place(0, Math.min(1, length)), why)
  const file: ReadFile = {
    path: reading.path,
    elements: [],
    imports: [],
    faults: reading.faults,
    refs: [],
    texts: [],
    words: [],
    unread: [],
    end: reading.place(length, length),
  }
  return rememberPlaces(file, reading.places)
}

/** Reads the parts of a file in the order of the text. */
class FileReader {
  private readonly reading: Reading
  private readonly elements: ElementReader
  private readonly imports: ImportLine[] = []

  constructor(path: string, source: string, mostFaults?: number) {
    this.reading = new Reading(path, source, mostFaults)
    this.elements = new ElementReader(this.reading)
  }

  part(part: File['parts'][number]): void {
    const { reading } = this
    switch (part.$type) {
      case 'Import':
        readImport(reading, part, this.imports)
        break
      case 'ElementNode':
        if (isItem(part)) strayItem(reading, part)
        else readTopLevel(reading, this.elements, part)
        break
      case 'StrayBrace':
        if (reading.isFull) break
        reading.fault('plan/syntax', reading.placeOf(part), t('This `}` closes nothing. Remove it, or look for a missing `{` above.'), {
          fixes: [{ title: t('Remove `}`'), isSafe: false, changes: [{ type: 'remove', place: reading.placeOf(part) }] }],
        })
        break
      default:
        strayPart(reading, part)
    }
  }

  /** What was read; of a text that the tolerant parser took, with its faults. */
  finish(parsed?: Parsed): ReadFile {
    const { reading } = this
    if (parsed) reportParserFaults(reading, parsed)
    const file: ReadFile = {
      path: reading.path,
      elements: this.elements.read,
      imports: this.imports,
      faults: onePerLine(reading),
      refs: reading.refs,
      texts: reading.texts,
      words: reading.words,
      unread: reading.unread,
      end: reading.place(reading.source.length, reading.source.length),
    }
    // what the parser says comes last, wherever it stands
    if (parsed) reading.places.sort((a, b) => a.start - b.start)
    return rememberPlaces(file, reading.places)
  }
}

function readImport(reading: Reading, node: Import, imports: ImportLine[]): void {
  const path = reading.text(node.path)
  if (path) imports.push({ path, target: importTarget(reading.path, path.text), place: reading.placeOf(node) })
}

function readTopLevel(reading: Reading, elements: ElementReader, node: ElementNode): void {
  const outer = insideOf(node.kind as ElementKind)
  if (outer) {
    const place = reading.placeIn(node, 'kind')
    reading.fault(
      'plan/syntax',
      place,
      t('`{kind}` stands inside the braces of {outer}. Move it there, for example into `{example}`.', {
        kind: node.kind ?? '',
        outer: aKind(outer),
        example: vocabulary[outer].example,
      }),
    )
  }
  if (node.kind !== 'score') elements.element(node, undefined) // a score is no element of the plan
}

function strayItem(reading: Reading, item: ElementNode): void {
  const message =
    item.mark === undefined
      ? t('This text stands outside of every element. Remove it, or write `//` in front of it to make it a comment.')
      : t('A checklist item stands inside the braces of its task. Move it there.')
  reading.fault('plan/syntax', reading.placeOf(item), message)
}

function strayPart(reading: Reading, part: Clause): void {
  if (reading.isFull) return
  const place = reading.placeOf(part)
  if (part.$type === 'UnknownClause') {
    unknownWord(reading, part.word, reading.placeIn(part, 'word'))
    unreadNames(reading, part)
    return
  }
  const keyword = keywordOf(part)
  const [kind] = part.$type === 'AmountClause' || part.$type === 'RowClause' ? [] : kindsWith(keyword)
  reading.fault(
    'plan/syntax',
    place,
    kind
      ? t('`{keyword}` stands outside of every element. Move it into the braces of {kind}.', { keyword, kind: aKind(kind) })
      : t('This stands outside of every element. Remove it, or move it into the element that it belongs to.'),
  )
}

/** What the parser says comes before what was made of the rest. */
function rank(fault: ReadFile['faults'][number]): number {
  return fault.code === 'plan/syntax' ? 0 : 1
}

/** One message per cause: what follows a syntax fault on the same line is its consequence. */
function onePerLine(reading: Reading): ReadFile['faults'] {
  const consequences = new Set(['plan/syntax', 'plan/unknown-clause', 'plan/clause-not-allowed', 'plan/duplicate-clause'])
  const sorted = [...reading.faults].sort((a, b) => a.place.start - b.place.start || rank(a) - rank(b) || a.place.end - b.place.end)
  let end = -1
  return sorted.filter((fault) => {
    if (!consequences.has(fault.code)) return true
    if (fault.place.start < end) return false
    if (fault.code === 'plan/clause-not-allowed') {
      // Where the parser stops behind what does not belong here; the next line has faults of its own.
      const { end: behind } = fault.place
      const newline = reading.source.slice(behind, behind + 2).indexOf('\n')
      end = behind + (newline < 0 ? 2 : newline)
    }
    if (fault.code === 'plan/syntax' || fault.code === 'plan/unknown-clause') {
      const newline = reading.source.indexOf('\n', fault.place.start)
      end = newline < 0 ? Number.POSITIVE_INFINITY : newline
    }
    return true
  })
}
