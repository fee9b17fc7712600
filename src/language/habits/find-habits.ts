import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import { mostParts } from '../table/habit-clauses.js'
import { clauseOf } from '../table/vocabulary.js'
import type { HabitEdit } from './habit-edit.js'
import { withoutOverlaps } from './habit-edit.js'
import { readElement } from './habit-elements.js'
import { changeOfGoal, fieldOfOther, isFieldHere, stepByWord } from './habit-fields.js'
import { heading, underHeading } from './habit-headings.js'
import { lineStart, strayComment } from './habit-lines.js'
import { plainWord } from './habit-tokens.js'
import { readValue } from './habit-values.js'
import { type HabitName, HabitWalk, innerText } from './habit-walk.js'
import { clauseOfWord, isKindWord, kindOfWord } from './habit-words.js'
import { bareAmount, bareDate, bareRhythm, importPath, looseValue, readClause, readLastDay, readReason } from './read-clause.js'

/** What was found: how faulty lines are meant, and names that the rest of the text explains. */
export interface Habits {
  readonly edits: readonly HabitEdit[]
  readonly named: readonly HabitName[]
  /** Titles of elements that may stand elsewhere were looked up. */
  readonly usesTitles: boolean
}

/**
 * How the lines of a text are meant that cannot be read as they stand: words, dates, amounts and signs that people write by habit. Other
 * lines stay. Cost: linear.
 */
export function findHabits(source: string, whole: string, isFaulty: (line: number) => boolean): Habits {
  const walk = new HabitWalk(source, whole, isFaulty)
  const closing = new Set<number>()
  while (walk.token) {
    const before = walk.index
    step(walk, closing)
    if (walk.index === before) walk.index++
  }
  return { edits: withoutOverlaps(walk.edits), named: walk.named, usesTitles: walk.usesTitles }
}

/** Words of the language that go on a clause. */
const innerWords = new Set('to from by in at per every until on using when via over else is higher lower least most of because'.split(' '))

function step(walk: HabitWalk, closing: Set<number>): void {
  const token = walk.token
  if (!token || token.type === 'comment') return
  if (token.isFirst && (heading(walk) || underHeading(walk) || lineStart(walk))) return
  const now = walk.token
  if (!now) return
  if (now.type === 'sign') sign(walk, closing)
  else if (now.type === 'word' || now.type === 'text') word(walk)
  else if (now.type === 'mark' || now.type === 'box') readElement(walk)
  else if (!bareAmount(walk) && !bareDate(walk)) looseValue(walk)
}

function sign(walk: HabitWalk, closing: Set<number>): void {
  const token = walk.token
  if (!token) return
  switch (token.text) {
    case '{':
      if (walk.at(-1)?.text === '{' && walk.element?.isOpen) walk.removeToken(token, t('One `{` opens an element.'))
      else walk.open()
      return
    case '}':
      if (!walk.ignored.has(token.start)) walk.close()
      return
    case '(':
    case '[':
      bracket(walk, closing)
      return
    case ')':
    case ']':
      if (closing.has(walk.index)) walk.close()
      return
    case ';':
    case ',':
    case '|':
      walk.removeToken(token, t('Words stand one behind the other, without `{sign}` between them.', { sign: token.text }))
      return
    case '**':
    case '__':
      walk.replaceToken(token, '', t('A plan has no Markdown: `{sign}` means nothing.', { sign: token.text }))
      return
    case '=':
      if (walk.element?.kind === 'metric') formula(walk)
      else readRow(walk)
      return
    case ':':
      if (walk.element?.kind === 'metric') formula(walk)
      else if (!readRow(walk)) looseValue(walk)
      return
    case '@':
      readValue(walk, 'actors', '@', token.start)
      return
    case '#':
    case '--':
    case '<!--':
      strayComment(walk)
      return
    default:
      if (!bareAmount(walk)) looseValue(walk)
  }
}

/** `: leads / visits` behind the head of a metric. */
function formula(walk: HabitWalk): void {
  const { token } = walk
  if (!token) return
  if (token.text !== '=') walk.replaceToken(token, ' =', t('`{written}` is written `{right}` here.', { written: token.text, right: '=' }))
  walk.index++
  readValue(walk, 'formula', '=', token.start)
}

/** `2027-01: 500` in a table of values. */
function readRow(walk: HabitWalk): boolean {
  const { token, element } = walk
  if (!token || element?.kind !== 'actuals' || walk.on(token.line, 1)?.type !== 'number') return false
  walk.removeToken(token, t('Words stand one behind the other, without `{sign}` between them.', { sign: token.text }))
  return true
}

/** `(` or `[` that opens an element as a brace does. */
function bracket(walk: HabitWalk, closing: Set<number>): void {
  const token = walk.token
  if (!token || !walk.element || walk.element.isOpen || isClosedOnLine(walk)) return
  const [opens, closes] = token.text === '(' ? ['(', ')'] : ['[', ']']
  let depth = 0
  for (let at = walk.index; at < walk.tokens.length; at++) {
    const one = walk.tokens[at]
    if (one?.type !== 'sign') continue
    if (one.text === opens) depth++
    else if (one.text === closes && --depth === 0) {
      const why = t('What an element holds stands in braces.')
      const isEither = walk.isFaultyAt(token.line) || walk.isFaultyAt(one.line)
      if (isEither) {
        walk.edits.push({ start: token.start, end: token.end, text: '{', why, line: token.line })
        walk.edits.push({ start: one.start, end: one.end, text: '}', why, line: token.line })
        closing.add(at)
        walk.open()
      }
      return
    }
  }
}

/** True for a parenthesis around one or two words, as in `(ann)`. */
function isClosedOnLine(walk: HabitWalk): boolean {
  const line = walk.token?.line ?? 0
  const next = walk.on(line, 1)
  return next !== undefined && (next.type !== 'word' || /^[)\]]$/.test(walk.on(line, 2)?.text ?? ''))
}

function word(walk: HabitWalk): void {
  const token = walk.token
  if (!token) return
  if (token.type === 'text') {
    const behind = walk.on(token.line, 1)
    if (behind?.text !== ':' || !/^[\p{L} _-]+$/u.test(innerText(token.text))) {
      plainQuotes(walk)
      return
    }
    const key = innerText(token.text)
    if (readClause(walk, key, token.end, 1)) return
    return
  }
  if (!token.isFirst && readReason(walk)) return
  if (token.text === 'import' && token.isFirst) {
    importPath(walk)
    return
  }
  const phrases = phrasesAt(walk)
  for (const { text, end, count } of phrases) {
    const plain = plainWord(text)
    const kind = count === 1 || !isKindWord(plain) ? kindOfWord(plain) : undefined
    if (kind && count === 1 && stepByWord(walk, kind)) return
    if (kind && isElementHere(walk, plain, kind, count)) {
      readElement(walk, kind, count)
      return
    }
    if (readClause(walk, text, end, count)) return
  }
  if (readReason(walk) || readLastDay(walk) || bareRhythm(walk) || bareDate(walk) || changeOfGoal(walk) || fieldOfOther(walk)) return
  looseValue(walk)
  if (walk.token !== token) return
  if (token.isFirst && walk.element && !innerWords.has(token.text)) walk.skipLine()
  else walk.index++
}

/** Up to four words that stand beside each other, the longest first. */
function phrasesAt(walk: HabitWalk): { text: string; end: number; count: number }[] {
  const first = walk.token
  if (!first) return []
  const phrases = [{ text: first.text, end: first.end, count: 1 }]
  let words = 1
  for (let ahead = 1; words < mostParts; ahead++) {
    const next = walk.on(first.line, ahead)
    const isHyphen = next?.text === '-' && walk.source[next.start - 1] !== ' ' && walk.source[next.end] !== ' '
    if (isHyphen) continue
    if (next?.type !== 'word') break
    words++
    phrases.unshift({ text: walk.source.slice(first.start, next.end), end: next.end, count: ahead + 1 })
  }
  return phrases
}

/** True where a word begins an element and no clause of the element around it. */
function isElementHere(walk: HabitWalk, plain: string, kind: ElementKind, count: number): boolean {
  const { element, token } = walk
  if (!token) return false
  const written = token.text
  const next = walk.on(token.line, count)
  if (next && !/^(?:word|text|number|date)$/.test(next.type) && !/^[:=–{(-]$/.test(next.text)) return false
  if (
    next?.type === 'number' &&
    walk.on(token.line, count + 1)?.start !== next.end &&
    !/^[:.)-]$/.test(walk.on(token.line, count + 1)?.text ?? '') &&
    walk.on(token.line, count + 1)?.type !== 'text' &&
    kind !== 'score'
  )
    return false
  if (isFieldHere(walk, kind, count)) return false
  if (written === kind && !token.isFirst && element && !element.isOpen && clauseOf(element.kind, kind)) return false
  if (!element) return true
  const isWritten = isKindWord(written) && token.isFirst
  if (
    isWritten &&
    (walk.isUnindented(token) || /^(?:text|sign)$/.test(walk.on(token.line, count + 1)?.type ?? '')) &&
    /^(?:word|text)$/.test(next?.type ?? '') &&
    walk.on(token.line, count + 1)?.text !== ','
  )
    return true
  if (clauseOf(element.kind, plain)) return false
  const asClause = clauseOfWord(element.kind, plain)
  if (!asClause) return token.isFirst || isKindWord(plain) || next?.type === 'text'
  if (!walk.isFaultyAt(token.line) && isKindWord(written)) return true
  if (!token.isFirst) return false
  if (!element.isOpen && walk.isUnindented(token)) return true
  const behind = walk.on(token.line, count + 1)
  return next?.type === 'word' && behind?.type === 'text' && !element.isOpen
}

function plainQuotes(walk: HabitWalk): void {
  const { token } = walk
  if (token && !token.text.startsWith('"'))
    walk.replaceToken(token, JSON.stringify(innerText(token.text)), t('A text stands in plain quotes.'))
}
