import { t } from '@vscode/l10n'
import { currencies, degrees, noWords, outcomes, stages, yesWords } from '../table/habit-values.js'
import { clauseOf } from '../table/vocabulary.js'
import { readAim, readEffect, readGuard } from './habit-aims.js'
import { readDate, readSpans } from './habit-days.js'
import { readDone } from './habit-moves.js'
import { readActors, readNames, readWords } from './habit-names.js'
import { readAmount } from './habit-numbers.js'
import { readCadence, readWorkweek } from './habit-rhythms.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, innerText, isClosedText, quotedText, quotesMissing } from './habit-walk.js'
import { clauseOfWord, type HabitShape } from './habit-words.js'

/** Reads what stands behind the word of a clause, as far as the line goes. `start` is where the clause begins. */
export function readValue(walk: HabitWalk, shape: HabitShape, keyword: string, start: number, isActor = false): void {
  switch (shape) {
    case 'names':
      readNames(walk, keyword)
      break
    case 'actors':
      readActors(walk, isActor)
      break
    case 'words':
      readWords(walk)
      break
    case 'text':
      readText(walk, keyword)
      break
    case 'texts':
      readTexts(walk, keyword)
      break
    case 'contact':
      readContact(walk)
      break
    case 'date':
      if (keyword !== 'done' || !readDone(walk, start, keyword)) readDate(walk, keyword, start)
      if (keyword === 'checkpoint') readCheckpoint(walk)
      break
    case 'spans':
      readSpans(walk, keyword, start)
      break
    case 'value':
      readAmount(walk, keyword)
      break
    case 'flag':
      if (keyword !== 'blocked') readFlag(walk, keyword, start)
      else if (!readDone(walk, start, keyword)) readBlock(walk)
      break
    case 'cadence':
      readCadence(walk, keyword === 'per')
      break
    case 'outcome':
      readChoice(walk, outcomes)
      break
    case 'stage':
      readChoice(walk, stages)
      break
    case 'degree':
      readChoice(walk, degrees)
      break
    case 'aim':
      readAim(walk)
      break
    case 'effect':
      readEffect(walk)
      break
    case 'guard':
      readGuard(walk)
      break
    case 'relevant':
      readRelevant(walk)
      break
    case 'formula':
      readFormula(walk)
      break
    case 'where':
      readWhere(walk)
      break
    case 'tags':
      readTags(walk, keyword)
      break
    case 'currency':
      readChoice(walk, currencies)
      break
    case 'workweek':
      readWorkweek(walk)
      break
    case 'other':
      break
  }
}

/** A text, or words that need quotes. */
function readText(walk: HabitWalk, keyword: string): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line || token.type === 'comment') return
  if (token.type === 'text') {
    if (isClosedText(token.text) && goesOn(walk, line, keyword)) {
      const end = walk.endOfWords(token.end)
      const whole = walk.source.slice(token.start, end)
      walk.replace(token.start, end, quotedText(whole), t('The whole text stands in one pair of quotes.'), line)
      walk.skipTo(end)
      return
    }
    if (/^[«»‹›`]/.test(token.text)) walk.replaceToken(token, quotedText(innerText(token.text)), t('A text stands in plain quotes.'))
    else if (token.text.startsWith('"') && !isClosedText(token.text))
      walk.replaceToken(token, quotedText(innerText(token.text)), t('The text has no end: a `"` is missing on this line.'))
    walk.index++
    return
  }
  if (token.type === 'sign' && /^[{}]$/.test(token.text)) return
  if (
    token.type === 'word' &&
    isClauseOf(walk, token.text) &&
    keyword !== 'because' &&
    token.text === token.text.toLowerCase() &&
    walk.on(line, 1)?.type !== 'word'
  )
    return
  const end = keyword === 'file' ? blankAfter(walk, token.start) : walk.endOfWords(token.end)
  const words = walk.source.slice(token.start, end)
  const cut = /\s+(?=#\p{L})/u.exec(words)?.index ?? words.replace(/[,;]\s*$/, '').length
  walk.replace(token.start, token.start + cut, quotedText(words.slice(0, cut)), quotesMissing(), line)
  walk.skipTo(token.start + cut)
}

/** Where a path ends that stands without quotes. */
function blankAfter(walk: HabitWalk, start: number): number {
  const length = /^[^\s{}]+/.exec(walk.source.slice(start))?.[0].length ?? 0
  return start + length
}

/** Texts with commas between them. */
function readTexts(walk: HabitWalk, keyword: string): void {
  const line = walk.at(-1)?.line ?? 0
  for (;;) {
    const { token } = walk
    if (token?.line !== line) return
    if (token.type === 'word') {
      const end = walk.endOfWords(token.end)
      const [words = ''] = /^[^,;]*[^,;\s]/.exec(walk.source.slice(token.start, end)) ?? []
      walk.replace(token.start, token.start + words.length, quotedText(words), quotesMissing(), line)
      walk.skipTo(token.start + words.length)
    } else readText(walk, keyword)
    if (walk.token?.line !== line || walk.token.text !== ',' || !walk.on(line, 1)) return
    walk.index++
  }
}

/** True where words of prose stand behind the text: `note "Spring" and more`. */
function goesOn(walk: HabitWalk, line: number, keyword: string): boolean {
  const next = walk.on(line, 1)
  if (next?.type !== 'word' || !walk.element || !remarks.has(keyword)) return false
  return clauseOfWord(walk.element.kind, plainWord(next.text)) === undefined
}

/** Clauses of which nothing but the text is known. */
const remarks = new Set(['note', 'summary', 'specific', 'achievable', 'realistic', 'symptom', 'lesson', 'duties'])

/** `checkpoint DATE at VALUE`, also with a sign between them. */
function readCheckpoint(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  const joint = walk.on(line)
  if (!joint || walk.on(line, 1) === undefined || !/^(?::|=|->|=>|→|to|is|bei|auf|a)$/.test(joint.text)) {
    if (joint?.type === 'number') walk.replace(joint.start, joint.start, 'at ', t('The value of a checkpoint stands behind `at`.'), line)
    return
  }
  const blank = /\s/.test(walk.source[joint.start - 1] ?? ' ') ? '' : ' '
  walk.replaceToken(joint, `${blank}at`, t('The value of a checkpoint stands behind `at`.'))
  walk.index++
}

function isClauseOf(walk: HabitWalk, word: string): boolean {
  return walk.element !== undefined && clauseOf(walk.element.kind, word) !== undefined
}

/** An address, a number or a name. */
function readContact(walk: HabitWalk): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  if (token.type === 'text') readText(walk, 'contact')
  else if (token.type === 'word' && walk.element?.kind !== 'person') readNames(walk, 'contact')
  else if (token.type === 'address' || token.type === 'number' || /^[+@#]$/.test(token.text)) {
    const end = walk.endOfWords(token.end)
    const words = walk.source.slice(token.start, end)
    const cut = token.type === 'address' ? token.text.length : words.replace(/[,;]\s*$/, '').length
    walk.replace(token.start, token.start + cut, quotedText(words.slice(0, cut)), quotesMissing(), line)
    walk.skipTo(token.start + cut)
  }
}

/** A word that stands alone: `kpi: true`. */
function readFlag(walk: HabitWalk, keyword: string, start: number): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const plain = plainWord(token.type === 'text' ? innerText(token.text) : token.text)
  const why = t('`{keyword}` stands alone; what is not so is left out.', { keyword })
  if (yesWords.has(plain)) walk.removeToken(token, why)
  else if (noWords.has(plain)) walk.removeStretch(start, token.end, why, line)
  else return
  walk.index++
}

/** `blocked: waiting for the vendor` says why. */
function readBlock(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  const token = walk.on(line)
  if (!token || (token.type !== 'word' && token.type !== 'text') || /^(?:because|by|weil|perché)$/.test(token.text)) return
  const end = walk.endOfWords(token.end)
  const words = token.type === 'text' ? token.text : quotedText(walk.source.slice(token.start, end))
  const stop = token.type === 'text' ? token.end : end
  walk.replace(token.start, stop, `because ${words}`, t('The reason stands behind `because`.'), line)
  walk.skipTo(stop)
}

/** One of a few words, in other words. */
function readChoice(walk: HabitWalk, words: ReadonlyMap<string, string>): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const all = token.type === 'text' ? innerText(token.text) : source.slice(token.start, walk.endOfWords(token.end)).replace(/[,;]\s*$/, '')
  const two = /^\S+\s+\S+/.exec(all)?.[0] ?? all
  const one = /^\S+/.exec(all)?.[0] ?? all
  const [share, percent] = words === degrees ? (/^(\d{1,3})\s?%/.exec(all) ?? []) : []
  if (share !== undefined) {
    const degree = Number(percent) <= 33 ? 'low' : Number(percent) <= 66 ? 'medium' : 'high'
    walk.replace(token.start, token.start + share.length, degree, t('This is `low`, `medium` or `high`, and no share.'), line)
    walk.skipTo(token.start + share.length)
    return
  }
  for (const written of [all, two, one]) {
    const meant = words.get(plainWord(written))
    if (!meant) continue
    const end = token.type === 'text' ? token.end : token.start + written.length
    if (meant !== source.slice(token.start, end))
      walk.replace(token.start, end, meant, t('`{written}` is written `{right}` here.', { written, right: meant }), line)
    walk.skipTo(end)
    return
  }
  walk.index++
}

/** `relevant to NAMES because TEXT`, also with one of the two words missing. */
function readRelevant(walk: HabitWalk): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line || token.text === 'because') return
  if (token.text === 'to') {
    walk.index++
    readNames(walk, 'relevant')
  } else if (token.type === 'text') {
    walk.replace(token.start, token.start, 'because ', t('The reason stands behind `because`.'), line)
    readText(walk, 'because')
  } else if (token.type === 'word') {
    const end = walk.endOfWords(token.end)
    const words = walk.source.slice(token.start, end)
    const behind = walk.on(line, 1)
    const isName = !behind || behind.text === ',' || behind.text === 'because' || behind.text === '}' || behind.text === 'and'
    if (/^(?:for|für|per)$/.test(token.text)) {
      walk.replaceToken(token, 'to', t('`{written}` is written `{right}` here.', { written: token.text, right: 'to' }))
      walk.index++
      readNames(walk, 'relevant')
    } else if (isName) {
      walk.replace(token.start, token.start, 'to ', t('Whom a goal serves stands behind `to`.'), line)
      readNames(walk, 'relevant')
    } else {
      walk.replace(token.start, end, `because ${quotedText(words)}`, quotesMissing(), line)
      walk.skipTo(end)
    }
  }
}

/** `where COLUMN = VALUE`, `where COLUMN in VALUE, VALUE`, `where COLUMN not empty`, also with the signs and words of other tools. */
function readWhere(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  const next = () => {
    if (walk.on(line)) walk.index++
  }
  next()
  while (walk.on(line)?.text === '-') walk.index += 2
  const joint = walk.on(line)
  const behind = walk.on(line, 1)?.text ?? ''
  if (joint && /^(?:is|ist|è)$/.test(joint.text)) {
    if (behind === 'not' || behind === 'empty') walk.removeToken(joint, howToFilter())
    else walk.replaceToken(joint, '=', howToFilter())
  } else if (joint && filterSigns[joint.text]) walk.replaceToken(joint, filterSigns[joint.text] ?? '', howToFilter())
  if (joint?.text !== 'empty') next()
  if (walk.on(line)?.text === 'not') next()
  next()
  if (joint?.text !== 'in') return
  while (walk.on(line)?.text === ',') {
    next()
    next()
  }
}

const filterSigns: Readonly<Record<string, string>> = { '==': '=', '≠': '!=', '≤': '<=', '≥': '>=' }

function howToFilter(): string {
  return t('A filter is written `where channel = "email"`, `where channel in "email", "web"` or `where channel not empty`.')
}

/** `utm "spring"`, or `utm source "newsletter" medium "email"`. */
function readTags(walk: HabitWalk, keyword: string): void {
  const line = walk.at(-1)?.line ?? 0
  if (!isTagWord(walk.on(line)?.text)) readText(walk, keyword)
  while (isTagWord(walk.on(line)?.text)) {
    walk.index++
    if (walk.on(line)) walk.index++
  }
}

function isTagWord(word: string | undefined): boolean {
  return word === 'source' || word === 'medium'
}

/** A formula in quotes, or behind a name that it shall define. */
function readFormula(walk: HabitWalk): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  if (token.type === 'text') walk.replaceToken(token, innerText(token.text), t('A formula stands without quotes.'))
  walk.skipLine()
}
