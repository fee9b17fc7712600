import { addDays } from '../../plan/quantity/days.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import type { RelativeDay } from '../../plan/quantity/relative-day.js'
import { months, untilWords, weekdays } from '../table/habit-values.js'

/** A date or period in another spelling, up to an offset of the text. */
export interface HabitDate {
  readonly end: number
  /** The first and, where they differ, the last day or period, as the language writes them; two readings where day and month can be swapped. */
  readonly readings: readonly (readonly [first: string, last: string])[]
  /** Where the date depends on the day on which it is read. */
  readonly relative: RelativeDay | undefined
}

type Parts = readonly (string | undefined)[]
type Reading = readonly [first: string, last: string]
interface Form {
  readonly pattern: RegExp
  readonly read: (parts: Parts) => readonly Reading[] | RelativeDay | undefined
}

const alternatives = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')
const month = `(${alternatives(months.keys())})(?![\\p{L}])\\.?`
const year = `'?((?:19|20|21)\\d\\d|\\d\\d(?![\\d.]))(?![\\p{L}\\d_])`
const fullYear = '((?:19|20|21)\\d\\d)(?![\\p{L}\\d_])'
const of = '(?:\\s+(?:of|de|del|di|des))?'
const gap = '[\\s,/_’-]*'
const ordinal = '(?:st|nd|rd|th|\\.|º|°)?'

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(pattern, 'iuy'), read }
}

const forms: readonly Form[] = [
  form(`(\\d{4})-(\\d\\d)-(\\d\\d)[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?`, ([y, m, d]) => days([y, m, d])),
  form(`(\\d{4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})(?![\\d])`, ([y, sign, m, d]) =>
    sign === '-' && m?.length === 2 && d?.length === 2 ? undefined : days([y, m, d]),
  ),
  form(`(\\d{1,2})\\.\\s?(\\d{1,2})\\.?\\s*[-–—]\\s*(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${fullYear}`, ([d, m, e, n, y]) =>
    joined(days([y, m, d]), days([y, n, e])),
  ),
  form(`(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${year}`, ([d, m, y]) => days([y, m, d])),
  form(`(\\d{1,2})([/-])(\\d{1,2})\\2${year}`, ([a, , b, y]) => swappable(a, b, y)),
  form(`(\\d{1,2})${ordinal}${of}[\\s-]*${month}${of}[\\s,-]*${fullYear}`, ([d, m, y]) => days([y, monthOf(m), d])),
  form(`${month}\\s*(\\d{1,2})${ordinal},?\\s+${fullYear}`, ([m, d, y]) => days([y, monthOf(m), d])),
  form(`${fullYear}[\\s,-]+${month}\\s*(\\d{1,2})(?![\\d])`, ([y, m, d]) => days([y, monthOf(m), d])),
  form(
    `(?:the\\s+|dem\\s+)?(end|eom|start|beginning|begin|mid|middle|ende|anfang|mitte|fine|inizio|metà)\\s*(?:of|di|del|von)?[\\s-]+${month}${of}[\\s,]*${fullYear}`,
    ([edge, m, y]) => edgeOf(edge, monthIn(y, m)),
  ),
  form(`(?:the\\s+)?(end|eoq|start|beginning|mid|ende|anfang|fine|inizio)\\s*(?:of|di|del|von)?\\s+q([1-4])${gap}${year}`, ([edge, q, y]) =>
    edgeOf(edge, quarterIn(y, q)),
  ),
  form(`(?:the\\s+)?(end|eoy|ende|fine)\\s*(?:of|di|del|des|von)?\\s*(?:jahres?\\s+|the\\s+year\\s+|anno\\s+)?${fullYear}`, ([, y]) =>
    edgeOf('end', y),
  ),
  form(`${month}\\s*(?:[-–—]|to|bis|until|through|a|and|und|e)\\s*${month}[\\s,-]*${fullYear}`, ([a, b, y]) =>
    pair(monthIn(y, a), monthIn(y, b)),
  ),
  form(
    `(\\d{1,2})${ordinal}\\s*(?:[-–—]|to|bis|until|a|al)\\s*(\\d{1,2})${ordinal}${of}\\s*${month}\\s*,?\\s*${fullYear}`,
    ([a, b, m, y]) => joined(days([y, monthOf(m), a]), days([y, monthOf(m), b])),
  ),
  form(
    `(\\d{1,2})${ordinal}${of}\\s*${month}\\s*(?:[-–—]|to|bis|until|a|al)\\s*(\\d{1,2})${ordinal}${of}\\s*${month}\\s*,?\\s*${fullYear}`,
    ([a, m, b, n, y]) => joined(days([y, monthOf(m), a]), days([y, monthOf(n), b])),
  ),
  form(
    `${month}\\s*(\\d{1,2})${ordinal}\\s*(?:[-–—]|to|until|through)\\s*${month}\\s*(\\d{1,2})${ordinal},?\\s*${fullYear}`,
    ([m, a, n, b, y]) => joined(days([y, monthOf(m), a]), days([y, monthOf(n), b])),
  ),
  form(`${month}[\\s,/-]*${fullYear}`, ([m, y]) => single(monthIn(y, m))),
  form(`${fullYear}[\\s,/-]+${month}`, ([y, m]) => single(monthIn(y, m))),
  form(`[qt]([1-4])\\s*(?:[-–—/+&]|to|bis|and|und)\\s*[qt]([1-4])${gap}${year}`, ([a, b, y]) => pair(quarterIn(y, a), quarterIn(y, b))),
  form(`(?:fy|gj)?${gap}[qt]([1-4])${gap}(?:fy|gj|of|di)?${gap}${year}`, ([q, y]) => single(quarterIn(y, q))),
  form(`(?:fy|gj)\\s*${year}${gap}[qt]([1-4])(?!\\d)`, ([y, q]) => single(quarterIn(y, q))),
  form(`${fullYear.replace('(?![\\p{L}\\d_])', '')}${gap}[qt]([1-4])(?![\\p{L}\\d])`, ([y, q]) => single(quarterIn(y, q))),
  form(`([1-4])q${gap}${year}`, ([q, y]) => single(quarterIn(y, q))),
  form(`(?:the\\s+)?(first|second|third|fourth|[1-4])${ordinal}\\s*(?:quarter|quartal|trimestre)${of}[\\s,/]*${fullYear}`, ([q, y]) =>
    single(quarterIn(y, ordinals[q?.toLowerCase() ?? ''] ?? q)),
  ),
  form(`(?:quarter|quartal|trimestre)\\s*([1-4])[\\s,/]*${fullYear}`, ([q, y]) => single(quarterIn(y, q))),
  form(`h([12])${gap}${year}`, ([h, y]) => half(y, h)),
  form(`${fullYear.replace('(?![\\p{L}\\d_])', '')}${gap}h([12])(?![\\p{L}\\d])`, ([y, h]) => half(y, h)),
  form(`(first|second|[12])${ordinal}\\s*(?:half|halbjahr|semestre|semester)${of}[\\s,/]*${fullYear}`, ([h, y]) =>
    half(y, ordinals[h?.toLowerCase() ?? ''] ?? h),
  ),
  form(`(?:calendar\\s+)?(?:kw|cw|wk|week|woche|kalenderwoche|settimana)\\.?\\s*(\\d{1,2})(?:${of}[\\s,/-]+|[/-])${fullYear}`, ([w, y]) =>
    week(y, w),
  ),
  form(`${fullYear.replace('(?![\\p{L}\\d_])', '')}[\\s,/-]*(?:kw|cw|wk|w|week|woche)\\.?[\\s-]*(\\d{1,2})(?![\\p{L}\\d])`, ([y, w]) =>
    week(y, w),
  ),
  form(`(?:kw|cw|wk|week|woche|kalenderwoche|settimana)\\.?\\s*(\\d{1,2})(?![\\p{L}\\d])`, ([w]) => ({ type: 'week', week: Number(w) })),
  form(`(?:fy|gj)\\s*${year}`, ([y]) => single(yearOf(y))),
  form(`(?:the\\s+)?(?:year|jahr|anno)\\s+${fullYear}`, ([y]) => single(y)),
  form(`(0?[1-9]|1[0-2])[/]${fullYear}`, ([m, y]) => single(monthIn(y, m))),
  form(`(0?[1-9]|1[0-2])\\.((?:20)\\d\\d)(?![\\p{L}\\d_.])`, ([m, y]) => single(monthIn(y, m))),
  form(`${fullYear.replace('(?![\\p{L}\\d_])', '')}[/.](0?[1-9]|1[0-2])(?![\\d./-])`, ([y, m]) => single(monthIn(y, m))),
  form(`(20\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?![\\d.,_\\p{L}])`, ([y, m, d]) => days([y, m, d])),
  form(`(?:the\\s+)?(?:end|eom|ende|fine)\\s*(?:of|di|del|von)?\\s+${month}`, ([m]) => ({ type: 'month-end', month: Number(monthOf(m)) })),
  form(
    `(?:the\\s+)?(?:end of (?:the )?|ende (?:des )?|fine )(month|week|quarter|year|monats?|woche|quartals?|jahres?|mese|settimana|trimestre|anno)`,
    ([what]) => ({ type: 'period-end', grain: grainOf(what), ahead: 0 }),
  ),
  form(`(eom|eow|eoq|eoy)(?!\\p{L})`, ([what]) => ({
    type: 'period-end',
    grain: grainOf({ m: 'month', w: 'week', q: 'quarter', y: 'year' }[what?.slice(-1).toLowerCase() ?? '']),
    ahead: 0,
  })),
  form(
    `(?:next|the next|nächsten?|nächster|kommenden?|prossimo|prossima)\\s+(week|month|quarter|year|woche|monat|quartal|jahr|settimana|mese|trimestre|anno)(?!\\p{L})`,
    ([what]) => ({ type: 'period-end', grain: grainOf(what), ahead: 1 }),
  ),
  form(
    `(?:this|diese[rsn]?|questa|questo)\\s+(week|month|quarter|year|woche|monat|quartal|jahr|settimana|mese|trimestre|anno)(?!\\p{L})`,
    ([what]) => ({ type: 'period-end', grain: grainOf(what), ahead: 0 }),
  ),
  form(`(\\d{1,2})${ordinal}${of}\\s*${month}(?![\\s,]*\\d)`, ([d, m]) => ({
    type: 'month-day',
    month: Number(monthOf(m)),
    day: Number(d),
  })),
  form(`${month}\\s*(\\d{1,2})${ordinal}(?![\\d.])`, ([m, d]) => ({ type: 'month-day', month: Number(monthOf(m)), day: Number(d) })),
  form(`(\\d{1,2})\\.(\\d{1,2})\\.(?!\\d)`, ([d, m]) => ({ type: 'month-day', month: Number(m), day: Number(d) })),
  form(
    `(?:in|within|fra|tra|entro|innerhalb von|binnen)?\\s*(\\d{1,3}|a|an|one|two|three|four|einem|einer|zwei|drei|vier|un|una|due|tre)\\s+(day|week|month|quarter|year|tag|woche|monat|quartal|jahr|giorn|settiman|mes|trimestr|ann)(?:s|e|en|n|i|o|a)?(?:\\s+(?:from now|from today|ab heute|da oggi))?(?!\\p{L})`,
    ([n, what]) => ({
      type: 'later',
      count: ordinals[n?.toLowerCase() ?? ''] ? Number(ordinals[n?.toLowerCase() ?? '']) : Number(n),
      grain: grainOf(what),
    }),
  ),
  form(`(day after tomorrow|übermorgen|dopodomani)`, () => ({ type: 'later', count: 2, grain: 'day' })),
  form(`(tomorrow|morgen|domani)(?!\\p{L})`, () => ({ type: 'later', count: 1, grain: 'day' })),
  form(`(today|now|immediately|heute|sofort|jetzt|oggi|adesso|subito)(?!\\p{L})`, () => ({ type: 'later', count: 0, grain: 'day' })),
  form(`(yesterday|gestern|ieri)(?!\\p{L})`, () => ({ type: 'later', count: -1, grain: 'day' })),
  form(
    `(?:next|this|on|coming|nächsten?|kommenden?|diesen?|am)?\\s*(${alternatives(weekdays.keys())})(?:\\s+(?:next week|prossimo|prossima))?(?![\\p{L}.])`,
    ([day]) => ({ type: 'weekday', weekday: weekdays.get(day?.toLowerCase() ?? '') ?? 1 }),
  ),
  form(`[qt]([1-4])(?![\\p{L}\\d])`, ([q]) => ({ type: 'quarter', quarter: Number(q) })),
  form(`${month}(?![\\s,]*\\d)`, ([m]) => ({ type: 'month', month: Number(monthOf(m)) })),
]

const ordinals: Readonly<Record<string, string>> = {
  first: '1', second: '2', third: '3', fourth: '4', a: '1', an: '1', one: '1', two: '2', three: '3', four: '4',
  einem: '1', einer: '1', zwei: '2', drei: '3', vier: '4', un: '1', una: '1', due: '2', tre: '3',
} // biome-ignore format: a row a kind of words

const weekdayInFront = new RegExp(
  `(?:${alternatives(weekdays.keys())}|mo|di|mi|do|fr|sa|so|lun|mar|mer|gio|ven|sab|dom)\\.?,?\\s+(?:den\\s+|the\\s+)?(?=\\d|${month})`,
  'iuy',
)
const article = /(?:the|den|dem|il|am|l')\s+(?=[\p{L}\d])/iuy

/**
 * The date or period that begins at an offset in another spelling than the language's. `mayBeRelative` allows those without a year and
 * those that depend on today, which only a place that wants a date makes clear.
 */
export function habitDateAt(source: string, offset: number, mayBeRelative: boolean): HabitDate | undefined {
  let start = offset
  if (mayBeRelative) start = behind(article, source, start)
  start = behind(weekdayInFront, source, start)
  for (const { pattern, read } of forms) {
    pattern.lastIndex = start
    const match = pattern.exec(source)
    if (!match || match[0].includes('\n')) continue
    const found = read(match.slice(1))
    if (!found) continue
    if (isRelative(found)) {
      if (mayBeRelative) return { end: pattern.lastIndex, readings: [], relative: found }
    } else if (found.length > 0 && found.every(([first, last]) => parsePeriod(first).ok && parsePeriod(last).ok))
      return { end: pattern.lastIndex, readings: found, relative: undefined }
  }
  return undefined
}

/** Where a sign or word between the first and the last day of a period ends; undefined when none begins at the offset. */
export function untilEnd(source: string, offset: number): number | undefined {
  const [whole, sign = ''] =
    /^[ \t]*(\.\.\.?|…|->|=>|→|[-–—/]|\p{L}+(?:[ \t]+(?:to|zum|al|a))?)[ \t]*(?=[\p{L}\d'])/u.exec(source.slice(offset, offset + 40)) ?? []
  if (whole === undefined) return undefined
  const [word = ''] = sign.toLowerCase().split(/\s/)
  return /^\p{L}/u.test(sign) && !untilWords.has(word) ? undefined : offset + whole.length
}

function isRelative(found: readonly Reading[] | RelativeDay): found is RelativeDay {
  return 'type' in found
}

function behind(pattern: RegExp, source: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(source) ? pattern.lastIndex : offset
}

function monthOf(word: string | undefined): string {
  return String(months.get(word?.toLowerCase() ?? '') ?? 0)
}

function yearOf(text: string | undefined): string {
  return text?.length === 2 ? `20${text}` : (text ?? '')
}

function days([y, m, d]: readonly [y: string | undefined, m: string | undefined, d: string | undefined]): readonly Reading[] {
  return single(`${yearOf(y)}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`)
}

function swappable(a = '', b = '', y = ''): readonly Reading[] {
  const [dayFirst, monthFirst] = [days([y, b, a]), days([y, a, b])]
  if (a === b || Number(a) > 12) return dayFirst
  return Number(b) > 12 ? monthFirst : [...dayFirst, ...monthFirst]
}

function monthIn(y: string | undefined, word: string | undefined): string {
  const number = /^\d/.test(word ?? '') ? (word ?? '') : monthOf(word)
  return `${yearOf(y)}-${number.padStart(2, '0')}`
}

function quarterIn(y: string | undefined, quarter: string | undefined): string {
  return `${yearOf(y)}-Q${quarter}`
}

function half(y: string | undefined, number: string | undefined): readonly Reading[] {
  return number === '1' ? pair(quarterIn(y, '1'), quarterIn(y, '2')) : pair(quarterIn(y, '3'), quarterIn(y, '4'))
}

function week(y: string | undefined, number: string | undefined): readonly Reading[] {
  return single(`${y}-W${(number ?? '').padStart(2, '0')}`)
}

function single(text: string | undefined): readonly Reading[] {
  return text === undefined ? [] : [[text, text]]
}

function pair(first: string, last: string): readonly Reading[] {
  return [[first, last]]
}

function joined(a: readonly Reading[], b: readonly Reading[]): readonly Reading[] {
  const [first, last] = [a[0]?.[0], b[0]?.[1]]
  return first && last ? pair(first, last) : []
}

/** The first, middle or last day of a period, by its word. */
function edgeOf(edge: string | undefined, text: string | undefined): readonly Reading[] {
  const period = parsePeriod(text ?? '')
  if (!period.ok) return []
  const word = edge?.toLowerCase() ?? ''
  if (/^(?:mid|mitte|metà)/.test(word)) return single(addDays(period.start, 14))
  return single(/^(?:end|eo|fine)/.test(word) ? period.end : period.start)
}

function grainOf(word: string | undefined): 'day' | 'week' | 'month' | 'quarter' | 'year' {
  const stem = word?.toLowerCase() ?? ''
  if (/^(?:tag|giorn|day)/.test(stem)) return 'day'
  if (/^(?:we|wo|sett)/.test(stem)) return 'week'
  if (/^(?:mo|mes)/.test(stem)) return 'month'
  return /^(?:q|trim)/.test(stem) ? 'quarter' : 'year'
}
