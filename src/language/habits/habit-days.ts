import { t } from '@vscode/l10n'
import { parsePeriod } from '../../plan/quantity/periods.js'
import { openWords } from '../table/habit-values.js'
import { type HabitDate, habitDateAt, untilEnd } from './habit-dates.js'
import { type HabitToken, plainWord } from './habit-tokens.js'
import { type HabitWalk, innerText } from './habit-walk.js'

/** A day that does not exist: what stands in its place is a date that nobody can read. */
const unknownDay = '1900-00-00'

const inFront =
  /^(?:by|on|at|until|till|before|am|bis|zum|vom|von|ab|the|il|entro|dal|al|from|between|zwischen|tra|fra|in|im|starting|for|over|=|:)$/i

/** The date behind a clause word. */
export function readDate(walk: HabitWalk, keyword: string, start: number, line = walk.at(-1)?.line ?? 0): void {
  skipWords(walk, line)
  const { token, source } = walk
  if (!token || token.line !== line || token.type === 'comment') return
  if (token.type === 'date') {
    walk.index++
    return
  }
  const quoted = token.type === 'text' ? innerText(token.text) : undefined
  const end = walk.endOfWords(token.end)
  const written = quoted ?? source.slice(token.start, end)
  if (quoted !== undefined && parsePeriod(quoted.trim()).ok) {
    walk.replaceToken(token, quoted.trim(), t('A date stands without quotes.'))
    walk.index++
    return
  }
  const found = quoted === undefined ? habitDateAt(source, token.start, true) : habitDateAt(quoted, 0, true)
  if (found) {
    const stop = quoted === undefined ? found.end : token.end
    note(walk, token, stop, found, { keyword, isSpan: false })
    walk.skipTo(stop)
    return
  }
  const [words = ''] = /^[\p{L}/.? ]+/u.exec(written) ?? /^\?+/.exec(written) ?? []
  if (isOpenWord(words) || /^\?+$/.test(written.trim())) {
    const why = t('`{written}` is no date. Leave the clause out until the day is known.', { written: written.trim() })
    walk.removeStretch(start, quoted === undefined ? token.start + written.length : token.end, why, line, {
      reads: `${keyword} ${unknownDay}`,
    })
    walk.skipTo(quoted === undefined ? token.start + written.length : token.end)
  }
}

/** One or more periods behind a clause word. */
export function readSpans(walk: HabitWalk, keyword: string, start: number, line = walk.at(-1)?.line ?? 0): void {
  for (;;) {
    if (keyword === 'timebound' && /^(?:by|within)$/.test(walk.on(line)?.text ?? '')) {
      const isBy = walk.on(line)?.text === 'by'
      walk.index++
      if (isBy) readDate(walk, 'timebound by', start)
      return
    }
    const isBetween = /^(?:between|zwischen|tra|fra)$/i.test(walk.on(line)?.text ?? '')
    skipWords(walk, line)
    if (!span(walk, line, keyword, start, isBetween)) return
    const joint = walk.on(line)
    if (!joint || !/^(?:,|;|&|and|und|e)$/.test(joint.text)) return
    const next = walk.on(line, 1)
    if (!next || !(next.type === 'date' || habitDateAt(walk.source, next.start, true))) return
    if (joint.text !== ',') walk.replace(walk.at(-1)?.end ?? joint.start, next.start, ', ', t('Periods are separated by commas.'), line)
    walk.index++
  }
}

/** Words in front of a date that say no more than the clause word. */
function skipWords(walk: HabitWalk, line: number): void {
  const word = walk.on(line)
  const next = walk.on(line, 1)
  if (!word || !next || !inFront.test(word.text) || habitDateAt(walk.source, word.start, true)) return
  const isDate =
    next.type === 'date' || next.type === 'number' || next.type === 'text' || habitDateAt(walk.source, next.start, true) !== undefined
  if (!isDate) return
  walk.removeToken(word, t('The date stands directly behind the clause word, without `{word}`.', { word: word.text }))
  walk.index++
}

function span(walk: HabitWalk, line: number, keyword: string, start: number, isBetween: boolean): boolean {
  const { token, source } = walk
  if (!token || token.line !== line || token.type === 'comment') return false
  const quoted = token.type === 'text' ? innerText(token.text) : undefined
  if (quoted !== undefined) {
    const first = habitDateAt(quoted, 0, false)
    const plain = quoted.trim().replace(/\s*(?:-|–|—|to|bis|until|a)\s+/, ' .. ')
    const text =
      first && first.end === quoted.length
        ? shownSpan(first)
        : plain.split(' .. ').every((part) => parsePeriod(part.trim()).ok)
          ? plain
          : undefined
    if (text) walk.replaceToken(token, text, t('A date stands without quotes.'))
    walk.index++
    return text !== undefined
  }
  let first: HabitDate | undefined
  let isFine = false
  let end = token.end
  if (
    token.type === 'date' ||
    (token.type === 'number' && /^(?:19|20|21)\d\d$/.test(token.text) && !habitDateAt(source, token.start, false))
  )
    isFine = true
  else {
    first = habitDateAt(source, token.start, keyword !== 'holidays')
    if (!first) {
      const words = /^[\p{L}/.? ]+/u.exec(source.slice(token.start, walk.endOfWords(token.end)))?.[0] ?? ''
      if (!isOpenWord(words)) return false
      const why = t('`{written}` is no date. Leave the clause out until the day is known.', { written: words.trim() })
      walk.removeStretch(start, token.start + words.length, why, line, { reads: `${keyword} ${unknownDay}` })
      walk.skipTo(token.start + words.length)
      return true
    }
    end = first.end
  }
  walk.skipTo(end)
  const between = isBetween ? /^\s+(?:and|und|e)\s+/.exec(source.slice(end, end + 8))?.[0].length : undefined
  const joint = between === undefined ? untilEnd(source, end) : end + between
  const last = joint === undefined ? undefined : secondDate(walk, joint, token)
  if (joint !== undefined && last) {
    if (!/^\s*\.\.\s*$/.test(source.slice(end, joint)))
      walk.replace(end, joint, ' .. ', t('A period has two dots between its first and its last day.'), line)
    if (first) note(walk, token, end, first, { keyword, isSpan: true })
    const lastToken = walk.token
    if (last.date && lastToken) note(walk, lastToken, last.end, last.date, { keyword, isSpan: true })
    walk.skipTo(last.end)
    return true
  }
  if (!isFine && first) note(walk, token, end, first, { keyword, isSpan: true })
  return true
}

function secondDate(
  walk: HabitWalk,
  offset: number,
  { line }: HabitToken,
): { readonly end: number; readonly date: HabitDate | undefined } | undefined {
  const at = walk.tokens.findIndex((token, index) => index >= walk.index && token.start >= offset)
  const token = walk.tokens[at]
  if (token?.line !== line) return undefined
  if (
    token.type === 'date' ||
    (token.type === 'number' && /^(?:19|20|21)\d\d$/.test(token.text) && !habitDateAt(walk.source, token.start, false))
  ) {
    walk.index = at
    return { end: token.end, date: undefined }
  }
  const date = habitDateAt(walk.source, token.start, false)
  if (date) walk.index = at
  return date && { end: date.end, date }
}

function shownSpan({ readings: [reading] }: HabitDate): string | undefined {
  return reading && (reading[0] === reading[1] ? reading[0] : `${reading[0]} .. ${reading[1]}`)
}

/** Notes how a date is written; where a day is needed, a period is its last day, or its first for a start. */
function note(
  walk: HabitWalk,
  token: HabitToken,
  end: number,
  date: HabitDate,
  { keyword, isSpan }: { readonly keyword: string; readonly isSpan: boolean },
): void {
  const { line } = token
  if (date.relative) {
    const why = t('The day is missing: a plan means the same on every day, so dates are written out.')
    walk.replace(token.start, end, '{day}', why, line, { reads: unknownDay, relative: date.relative })
    return
  }
  const shown = (reading: readonly [string, string] | undefined) => {
    if (!reading) return undefined
    if (isSpan) return reading[0] === reading[1] ? reading[0] : `${reading[0]} .. ${reading[1]}`
    const period = parsePeriod(keyword === 'start' ? reading[0] : reading[1])
    return period.ok ? (keyword === 'start' ? period.start : period.end) : undefined
  }
  const [text, other] = [shown(date.readings[0]), shown(date.readings[1])]
  if (text === undefined) return
  const why = t('Dates are written year first.')
  if (other === undefined) walk.replace(token.start, end, text, why, line)
  else
    walk.replace(
      token.start,
      end,
      text,
      t('Day and month can be swapped here: `{first}` or `{second}`.', { first: text, second: other }),
      line,
      { other, reads: unknownDay },
    )
}

/** True where words say that a date is not known yet. */
function isOpenWord(words: string): boolean {
  return openWords.has(plainWord(words.replace(/[/.?!]+/g, ' ')))
}
