import { stemOf } from '../text/word-stem.js'
import type { Calendar } from './calendar.js'
import { divide, exact, formatExact, multiply, signOf } from './exact.js'
import type { Exact, Grain, Unit, UnitBase } from './quantity.js'

/** A number with its unit, as far as arithmetic needs it. */
export interface Amount {
  readonly amount: Exact
  readonly unit: Unit
}

const hoursOfDay = '24'
const hoursOfGrain: Record<Grain, Exact> = { day: '24', week: '168', month: '730.5', quarter: '2191.5', year: '8766' }

interface TimeWord {
  readonly hours: Exact
  readonly grain?: Grain
  readonly isWorkingTime?: boolean
}
const minutes: TimeWord = { hours: '1/60' }
const hours: TimeWord = { hours: '1' }
const days: TimeWord = { hours: hoursOfDay, grain: 'day' }
const weeks: TimeWord = { hours: hoursOfGrain.week, grain: 'week' }
const months: TimeWord = { hours: hoursOfGrain.month, grain: 'month' }
const quarters: TimeWord = { hours: hoursOfGrain.quarter, grain: 'quarter' }
const years: TimeWord = { hours: hoursOfGrain.year, grain: 'year' }
const workingDays: TimeWord = { hours: hoursOfDay, isWorkingTime: true }
const workingHours: TimeWord = { hours: '1', isWorkingTime: true }

const timeWords: ReadonlyMap<string, TimeWord> = new Map(
  (
    [
      [minutes, 'min mins minute minutes Minute Minuten minuto minuti'],
      [hours, 'h hour hours hrs Stunde Stunden ora ore'],
      [days, 'd day days Tag Tage Tagen giorno giorni'],
      [weeks, 'w week weeks Woche Wochen settimana settimane'],
      [months, 'mo month months Monat Monate Monaten mese mesi'],
      [quarters, 'quarter quarters Quartal Quartale trimestre trimestri'],
      [years, 'y year years Jahr Jahre Jahren anno anni'],
      [workingDays, 'wd'],
      [workingHours, 'wh'],
    ] as const
  ).flatMap(([word, spellings]) => spellings.split(' ').map((spelling) => [spelling, word] as const)),
)
const scoreWords = new Set(['score', 'scores', 'point', 'points', 'Punkt', 'Punkte', 'punto', 'punti'])

function unitOf(parts: Partial<Unit> & Pick<Unit, 'nature' | 'symbol'>): Unit {
  return { bases: [], scale: '1', grain: undefined, isWorkingTime: false, ...parts }
}

/** No unit was written. */
export const plainUnit: Unit = unitOf({ nature: 'plain', symbol: '' })
/** A ratio shown in percent. */
export const percentUnit: Unit = unitOf({ nature: 'ratio', symbol: '%', scale: '0.01' })
/** A difference of two percentages. */
export const pointsUnit: Unit = unitOf({ nature: 'points', symbol: 'pp', scale: '0.01' })
/** A ratio shown as a multiple. */
export const multipleUnit: Unit = unitOf({ nature: 'ratio', symbol: 'x' })
const permilleUnit: Unit = unitOf({ nature: 'ratio', symbol: '‰', scale: '0.001' })

const asciiWord = /^[A-Za-z_][\w-]*$/
const word = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u

/**
 * Reads a unit: `%`, `‰`, `pp`, `x`, `score`, a currency (three capitals), a time word, a counted word of any alphabet, or a quotient of
 * these (`EUR/lead/month`). A grain in a denominator gives the unit that grain. Undefined for anything else.
 */
export function parseUnit(text: string): Unit | undefined {
  const parts = text
    .trim()
    .split('/')
    .map((part) => part.trim())
  const [first, ...rest] = parts
  if (first === undefined) return undefined
  let unit = singleUnit(first)
  if (!unit) return undefined
  for (const part of rest) {
    const time = timeWords.get(part)
    if (time?.grain) {
      if (unit.grain) return undefined
      unit = { ...unit, grain: time.grain }
      continue
    }
    const divisor = singleUnit(part)
    if (divisor?.nature !== 'quantity') return undefined
    unit = quotient(unit, divisor)
  }
  return rest.length === 0 ? unit : { ...unit, symbol: parts.join('/') }
}

function singleUnit(text: string): Unit | undefined {
  if (text === '%') return percentUnit
  if (text === '‰') return permilleUnit
  if (text === 'pp') return pointsUnit
  if (text === 'x') return multipleUnit
  if (scoreWords.has(text)) return unitOf({ nature: 'score', symbol: text })
  const time = timeWords.get(text)
  if (time) {
    const bases = [{ kind: 'time', name: 'h', word: text, exponent: 1 } as const]
    return unitOf({ nature: 'quantity', symbol: text, bases, scale: exact(time.hours), isWorkingTime: time.isWorkingTime ?? false })
  }
  if (/^[A-Z]{3}$/.test(text))
    return unitOf({ nature: 'quantity', symbol: text, bases: [{ kind: 'money', name: text, word: text, exponent: 1 }] })
  if (!asciiWord.test(text) && !word.test(text)) return undefined
  return unitOf({ nature: 'quantity', symbol: text, bases: [{ kind: 'count', name: stemOf(text), word: text, exponent: 1 }] })
}

/** The product's unit: exponents add, a ratio or a plain number is neutral. The result is in base units. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (isNeutral(b) && a.nature !== 'plain') return sameKind(a, b)
  if (isNeutral(a)) return sameKind(b, a)
  if (b.nature === 'score') return a
  if (a.nature === 'score') return b
  return composed(combine(a.bases, b.bases, 1), a.grain ?? b.grain, a.isWorkingTime || b.isWorkingTime)
}

/** The quotient's unit: exponents subtract, equal ones cancel, and counted over counted is a ratio. The result is in base units. */
export function divideUnits(a: Unit, b: Unit): Unit {
  if (isNeutral(b) && a.nature !== 'plain') return isNeutral(a) ? multipleUnit : sameKind(a, b)
  if (a.nature === 'score' && b.nature === 'score') return multipleUnit
  if (b.nature === 'score' || b.nature === 'plain') return a
  return quotient(a, b)
}

function quotient(a: Unit, b: Unit): Unit {
  const grain = a.grain === b.grain ? undefined : a.grain
  const unit = composed(combine(a.bases, b.bases, -1), grain, a.isWorkingTime || b.isWorkingTime)
  return { ...unit, scale: divide(a.scale, b.scale) ?? '1' }
}

function isNeutral(unit: Unit): boolean {
  return unit.nature === 'ratio' || unit.nature === 'points' || unit.nature === 'plain'
}

/** Shown as the first, but with the grain that either has. */
function sameKind(unit: Unit, other: Unit): Unit {
  const grain = unit.grain ?? other.grain
  return grain === unit.grain ? unit : { ...unit, grain }
}

function combine(a: readonly UnitBase[], b: readonly UnitBase[], sign: 1 | -1): UnitBase[] {
  const bases = new Map(a.map((base) => [`${base.kind} ${base.name}`, base]))
  for (const base of b) {
    const key = `${base.kind} ${base.name}`
    const known = bases.get(key)
    const exponent = (known?.exponent ?? 0) + sign * base.exponent
    if (exponent === 0) bases.delete(key)
    else bases.set(key, { ...(known ?? base), exponent })
  }
  return [...bases].sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)).map(([, base]) => base)
}

function composed(bases: readonly UnitBase[], grain: Grain | undefined, isWorkingTime: boolean): Unit {
  const isCountOverCount = bases.every((base) => base.kind === 'count') && bases.reduce((total, base) => total + base.exponent, 0) === 0
  if (isCountOverCount) return { ...multipleUnit, grain }
  return unitOf({
    nature: 'quantity',
    bases,
    grain,
    symbol: symbolOf(bases),
    isWorkingTime: isWorkingTime && bases.some((base) => base.kind === 'time'),
  })
}

function symbolOf(bases: readonly UnitBase[]): string {
  const power = (base: UnitBase) => {
    const shown = base.kind === 'time' ? 'h' : base.exponent < 0 && base.kind === 'count' ? singular(base.word) : base.word
    const exponent = Math.abs(base.exponent)
    return exponent === 1 ? shown : `${shown}^${exponent}`
  }
  // money first, as people say it: EUR/lead, never lead^-1 EUR
  const rank = { money: 0, count: 1, time: 2 }
  const ordered = [...bases].sort((a, b) => rank[a.kind] - rank[b.kind])
  const above = ordered.filter((base) => base.exponent > 0).map(power)
  const below = ordered.filter((base) => base.exponent < 0).map(power)
  return [above.join('·') || '1', ...below].join('/')
}

function singular(text: string): string {
  return text.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
}

/** True when values of both can be compared: equal bases, or both ratios, both points, both scores, both without unit. Grain aside. */
export function sameDimension(a: Unit, b: Unit): boolean {
  if (a.nature !== b.nature || a.bases.length !== b.bases.length) return false
  return a.bases.every((base, at) => {
    const other = b.bases[at]
    return other !== undefined && base.kind === other.kind && base.name === other.name && base.exponent === other.exponent
  })
}

/** True for a unit of counted things alone, such as `leads`. */
export function isBareCount(unit: Unit): boolean {
  return unit.bases.length === 1 && unit.bases[0]?.kind === 'count' && unit.bases[0].exponent === 1
}

/** True for full-time posts: `0.5 fte`. */
export function isFullTime(unit: Unit): boolean {
  return unit.bases.length === 1 && unit.symbol.toLowerCase() === 'fte'
}

/** True for an amount of money, also one per period. */
export function isMoney(unit: Unit): boolean {
  return unit.bases.length === 1 && unit.bases[0]?.kind === 'money' && unit.bases[0].exponent === 1
}

/** True for an amount of time, of whatever length. */
export function isDuration(unit: Unit): boolean {
  return unit.bases.length === 1 && unit.bases[0]?.kind === 'time' && unit.bases[0].exponent === 1
}

/** The one currency of an amount of money or of a price, if there is one. */
export function currencyOf(unit: Unit): string | undefined {
  const money = unit.bases.filter((base) => base.kind === 'money')
  return money.length === 1 ? money[0]?.name : undefined
}

/**
 * The amount in base units: `25%` is 0.25, `2w` are 336 hours. Working time counts as calendar time (`1wd` is 24 hours) unless a calendar is
 * given: then a working day has that calendar's hours.
 */
export function toBase(value: Amount, calendar?: Calendar): Exact {
  const isWorkingDay = calendar && value.unit.isWorkingTime && isDuration(value.unit) && value.unit.scale === hoursOfDay
  return multiply(value.amount, isWorkingDay ? calendar.hoursPerDay : value.unit.scale)
}

/**
 * The hours of work that a duration stands for: a day or `wd` has the calendar's hours, a week its working days, a month a twelfth of 52
 * such weeks. Undefined when it is no time.
 */
export function hoursOf(value: Amount, calendar: Calendar): Exact | undefined {
  const { unit, amount } = value
  if (!isDuration(unit)) return undefined
  const day = calendar.hoursPerDay
  const week = () => multiply(day, String(calendar.workdays.length))
  switch (unit.scale) {
    case hoursOfDay:
      return multiply(amount, day)
    case hoursOfGrain.week:
      return multiply(amount, week())
    case hoursOfGrain.month:
      return multiply(amount, multiply(week(), '13/3'))
    case hoursOfGrain.quarter:
      return multiply(amount, multiply(week(), '13'))
    case hoursOfGrain.year:
      return multiply(amount, multiply(week(), '52'))
    default:
      return multiply(amount, unit.scale)
  }
}

/** Hours in a grain: a month is a twelfth of 365.25 days. */
export function hoursIn(grain: Grain): Exact {
  return hoursOfGrain[grain]
}

/** An amount in base units as people read it: `0.6%`, `-0.2pp`, `3x`, `31 h`, `6000 USD`, `600 leads`, `55`. */
export function formatMeasurement(amountInBase: Exact, unit: Unit, decimals?: number): string {
  const number = formatExact(divide(amountInBase, unit.scale) ?? amountInBase, decimals)
  const isAttached = unit.nature === 'ratio' || unit.nature === 'points' || unit.nature === 'plain'
  return isAttached ? `${number}${unit.symbol}` : `${number} ${unit.symbol}`
}

/** A difference of two amounts in base units: of shares in `pp`, never `%`; with its sign. */
export function formatDifference(amountInBase: Exact, unit: Unit, decimals?: number): string {
  const text = formatMeasurement(amountInBase, unit.symbol === '%' ? pointsUnit : unit, decimals)
  return signOf(amountInBase) > 0 ? `+${text}` : text
}
