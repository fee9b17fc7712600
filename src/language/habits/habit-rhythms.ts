import { t } from '@vscode/l10n'
import { grainWords, weekdays } from '../table/habit-values.js'
import type { HabitWalk } from './habit-walk.js'

/** `per week`, also as `/week`, `a week`, `weekly`. */
export function readPer(walk: HabitWalk): void {
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

/** `monthly`, `2x per week`, `biweekly`. */
export function readCadence(walk: HabitWalk, isGrain: boolean): void {
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

/** `mon..fri 8h`, also `Monday to Friday, 8 hours`. */
export function readWorkweek(walk: HabitWalk): void {
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
