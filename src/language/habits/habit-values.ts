import { t } from '@vscode/l10n'
import { currencies, degrees, grainWords, noWords, stages, weekdays, yesWords } from '../table/habit-values.js'
import { clauseOf } from '../table/vocabulary.js'
import { readAim, readEffect, readGuard } from './habit-aims.js'
import { amountAt } from './habit-amounts.js'
import { readDate, readSpans } from './habit-days.js'
import { readDone } from './habit-moves.js'
import { readActors, readNames, readWords } from './habit-names.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, innerText, isClosedText, quotedText, quotesMissing } from './habit-walk.js'
import type { HabitShape } from './habit-words.js'

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
    case 'contact':
      readContact(walk)
      break
    case 'date':
      if (keyword !== 'done' || !readDone(walk, start, keyword)) readDate(walk, keyword, start)
      break
    case 'spans':
      readSpans(walk, keyword, start)
      break
    case 'value':
      readAmount(walk, keyword)
      break
    case 'flag':
      if (keyword !== 'blocked' || !readDone(walk, start, keyword)) readFlag(walk, keyword, start)
      break
    case 'cadence':
      readCadence(walk, keyword === 'per')
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
  const end = walk.endOfWords(token.end)
  const words = walk.source.slice(token.start, end)
  const cut = /\s+(?=#\p{L})/u.exec(words)?.index ?? words.replace(/[,;]\s*$/, '').length
  walk.replace(token.start, token.start + cut, quotedText(words.slice(0, cut)), quotesMissing(), line)
  walk.skipTo(token.start + cut)
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

/** A number with its unit, and the period behind it. */
function readAmount(walk: HabitWalk, keyword: string): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const inner = token.type === 'text' ? innerText(token.text) : ''
  if (token.type === 'text' && /^[\d$€£+-]/.test(inner)) {
    walk.replaceToken(token, amountAt(inner, 0)?.text ?? inner, t('An amount stands without quotes.'))
    walk.index++
  } else {
    const sign = /^[~≈+-]$/.test(token.text) || /^(?:about|approx|ca|circa|around|etwa|rund)$/i.test(token.text) ? token : undefined
    if (sign && !/^[+-]$/.test(sign.text)) {
      walk.removeToken(sign, t('An amount is a number with its unit, without `{sign}`.', { sign: sign.text }))
      walk.index++
      if (walk.isSign('.')) walk.index++
    } else if (sign) walk.index++
    const here = walk.on(line)
    if (!here) return
    const amount = amountAt(source, here.start)
    if (amount) {
      walk.replace(here.start, amount.end, amount.text, t('Amounts are a number with its unit behind it.'), line)
      walk.skipTo(amount.end)
    } else if (here.type === 'number') {
      walk.index++
      if (keyword === 'progress' && walk.on(line)?.text !== '%')
        walk.replace(here.end, here.end, '%', t('Progress is a share in percent.'), line)
      if (walk.on(line)?.text === '%' || (walk.on(line)?.type === 'word' && !isClauseOf(walk, walk.on(line)?.text ?? ''))) walk.index++
    }
  }
  readPer(walk)
}

/** `per week`, also as `/week`, `a week`, `weekly`. */
function readPer(walk: HabitWalk): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const [whole, joint, word = ''] =
    /^(?:(\/|per|an|a|each|every|pro|je|al|alla|all['’]|p\.)\s*)?(\p{L}+)/u.exec(source.slice(token.start, token.start + 40)) ?? []
  const grain = grainWords.get(word.toLowerCase())
  if (!whole || !grain || (!joint && !/ly$|lich$|ale$/.test(word.toLowerCase()))) return
  if (joint === 'per' && (word === grain || word === `${grain}s`)) {
    walk.index += 2
    return
  }
  const blank = /\s/.test(source[token.start - 1] ?? ' ') ? '' : ' '
  walk.replace(token.start, token.start + whole.length, `${blank}per ${grain}`, t('A rate is written `per {grain}`.', { grain }), line)
  walk.skipTo(token.start + whole.length)
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

/** `monthly`, `2x per week`, `biweekly`. */
function readCadence(walk: HabitWalk, isGrain: boolean): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const rest = source.slice(token.start, walk.endOfWords(token.end))
  const every =
    /^["“]?\s*(?:(?:once\s+)?(?:every|each|per|a|jede[nrs]?|alle|ogni|einmal (?:pro|im|in der)|una volta (?:al|alla)|pro)\s+)?(?:(\d+|other|second|2nd|two|zwei|due)\s+)?(bi-?weekly|fortnightly|fortnight|zweiwöchentlich|bisettimanale|\p{L}+)["”]?/iu.exec(
      rest,
    )
  if (!every) return
  const [whole, number, word = ''] = every
  const isFortnight = /^(?:bi|fort|zweiw)/i.test(word)
  const grain = isFortnight ? 'week' : grainWords.get(word.toLowerCase())
  if (!grain) return
  const count = isFortnight || (number && !/^\d+$/.test(number)) ? '2' : number
  if (isGrain && count && count !== '1') return
  const text = count && count !== '1' ? `${count} ${grain}s` : grain
  const isFine = whole === text || whole === `every ${text}` || whole === `${grain}s` || whole === `${count} ${grain}`
  if (!isFine) walk.replace(token.start, token.start + whole.length, text, t('A rhythm is written `every {text}`.', { text }), line)
  walk.skipTo(token.start + whole.length)
}

/** One of a few words, in other words. */
function readChoice(walk: HabitWalk, words: ReadonlyMap<string, string>): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const all = token.type === 'text' ? innerText(token.text) : source.slice(token.start, walk.endOfWords(token.end)).replace(/[,;]\s*$/, '')
  const two = /^\S+\s+\S+/.exec(all)?.[0] ?? all
  const one = /^\S+/.exec(all)?.[0] ?? all
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

/** `mon..fri 8h`, also `Monday to Friday, 8 hours`. */
function readWorkweek(walk: HabitWalk): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const rest = source.slice(token.start, walk.endOfWords(token.end))
  const [whole, first = '', last = ''] = /^(\p{L}+)\.?\s*(?:-|–|—|to|bis|through|until|\.\.+|a|al)\s*(\p{L}+)[.,:]?\s*/u.exec(rest) ?? []
  const [from, to] = [dayName(first), dayName(last)]
  if (!whole || !from || !to) return
  const hours = /^(\d+(?:[.,]\d+)?)\s?(?:h|hours?|hrs?|stunden|std\.?|ore)?(?!\p{L})/iu.exec(rest.slice(whole.length))
  const text = `${from}..${to} ${hours ? `${hours[1]?.replace(',', '.')}h` : '8h'}`
  const end = token.start + whole.length + (hours?.[0].length ?? 0)
  if (source.slice(token.start, end) !== text) walk.replace(token.start, end, text, t('A working week is written `mon..fri 8h`.'), line)
  walk.skipTo(end)
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const shortDays: Readonly<Record<string, number>> = {
  mo: 1,
  di: 2,
  mi: 3,
  do: 4,
  fr: 5,
  sa: 6,
  so: 7,
  lun: 1,
  mar: 2,
  mer: 3,
  gio: 4,
  ven: 5,
  sab: 6,
  dom: 7,
}

function dayName(word: string): string | undefined {
  const plain = word.toLowerCase()
  return dayNames[(weekdays.get(plain) ?? shortDays[plain] ?? 0) - 1]
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

/** `where COLUMN = VALUE`. */
function readWhere(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  for (let count = 0; count < 3 && walk.on(line); count++) walk.index++
}

/** A formula in quotes, or behind a name that it shall define. */
function readFormula(walk: HabitWalk): void {
  const { token } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  if (token.type === 'text') walk.replaceToken(token, innerText(token.text), t('A formula stands without quotes.'))
  walk.skipLine()
}
