import { comparisons, currencies, multiples } from '../table/habit-values.js'

/** Something in another spelling, up to an offset of the text, and how the language writes it. */
export interface Respelled {
  readonly end: number
  readonly text: string
}

const byLength = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.|]/g, '\\$&'))
    .join('|')
const currency = `(${byLength(currencies.keys())})`
const multiple = `(${byLength(multiples.keys())})`
const digits = `(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d[\\d_]*(?:[.,'’]\\d+)*(?:[.,][-–—]+)?)`
const currencyFirst = new RegExp(`${currency}(?![\\p{L}])\\s?${digits}(?:\\s?${multiple}(?![\\p{L}]))?`, 'iuy')
const currencyLast = new RegExp(`${digits}\\s?(?:${multiple}(?![\\p{L}])\\s?)?${currency}(?![\\p{L}])`, 'iuy')
const multiplied = new RegExp(`${digits}(?!m(?![\\p{L}]))\\s?${multiple}(?![\\p{L}])`, 'iuy')
const grouped = new RegExp(`${digits}`, 'iuy')
const comparison = new RegExp(`(${byLength(comparisons.keys())})(?![\\p{L}=<>])\\.?`, 'iuy')
const percent = /(\d[\d_]*(?:[.,]\d+)?)\s?(?:percent|per cent|prozent|pct|per cento|percento)(?!\p{L})/iuy
const workingDays = /(\d+(?:[.,]\d+)?)\s?-?(?:business|working|work|arbeits|werk)[\s-]?(?:days?|tagen?|tage)|(\d+)\s?giorni lavorativi/iuy

/** An amount of money, or a grouped number, that begins at an offset in another spelling; undefined where the language reads it as it stands. */
export function amountAt(source: string, offset: number): Respelled | undefined {
  return (
    matched(currencyFirst, source, offset, ([sign, number, times]) => money(number, times, sign)) ??
    matched(currencyLast, source, offset, ([number, times, sign]) => money(number, times, sign)) ??
    matched(percent, source, offset, ([number = '']) => `${number.replace(',', '.')}%`) ??
    matched(workingDays, source, offset, ([a, b]) => `${(a ?? b ?? '').replace(',', '.')}wd`) ??
    matched(multiplied, source, offset, ([number, times]) => money(number, times, undefined)) ??
    matched(grouped, source, offset, ([number = '']) =>
      /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})+|\d[.,]\d{3}[.,]\d|['’]|\d \d|[.,][-–—]/.test(number) ? plainNumber(number, false) : undefined,
    )
  )
}

/** `at least` or `at most` where a sign or word of comparison begins. */
export function comparisonAt(source: string, offset: number): Respelled | undefined {
  return matched(comparison, source, offset, ([word = '']) => comparisons.get(word.toLowerCase()))
}

function matched(
  pattern: RegExp,
  source: string,
  offset: number,
  read: (parts: readonly (string | undefined)[]) => string | undefined,
): Respelled | undefined {
  pattern.lastIndex = offset
  const match = pattern.exec(source)
  const text = match && !match[0].includes('\n') ? read(match.slice(1)) : undefined
  return match && text !== undefined && text !== match[0] ? { end: offset + match[0].length, text } : undefined
}

function money(number: string | undefined, times: string | undefined, sign: string | undefined): string {
  const code = sign === undefined ? '' : ` ${currencies.get(sign.toLowerCase()) ?? sign.toUpperCase()}`
  const plain = plainNumber(number ?? '', sign !== undefined)
  const suffix = times === undefined ? '' : (multiples.get(times.toLowerCase()) ?? '')
  return `${grouping(plain)}${suffix}${code}`
}

/** The number as the language writes it. Three digits behind a single mark are thousands beside a currency. */
function plainNumber(written: string, isMoney: boolean): string {
  const number = written.replace(/[.,][-–—]+$/, '').replace(/[ \u00a0\u202f'’]/g, '_')
  const marks = number.match(/[.,]/g) ?? []
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const behind = last < 0 ? 0 : number.length - last - 1
  const isGroup = marks.length > 1 ? new Set(marks).size === 1 : behind === 3 && isMoney && !number.startsWith('0')
  if (last < 0 || isGroup) return grouping(number.replace(/[.,]/g, '_'))
  return `${grouping(number.slice(0, last).replace(/[.,]/g, '_'))}.${number.slice(last + 1)}`
}

/** Digits in groups of three where there are more than three; decimals stay. */
function grouping(number: string): string {
  const [whole = '', decimals] = number.split('.')
  const bare = whole.replaceAll('_', '')
  const groups = bare.replace(/\B(?=(?:\d{3})+$)/g, '_')
  return decimals === undefined ? groups : `${groups}.${decimals}`
}
