import { t } from '@vscode/l10n'
import { rational } from './exact.js'
import type { Exact, Grain, PlainDate } from './quantity.js'
import type { Rational } from './rational.js'

/** Days since 1970-01-01, the form of a date for arithmetic and loops. */
export type DayNumber = number

const firstDay = -719_162 // 0001-01-01
const lastDay = 2_932_896 // 9999-12-31

/** The day number of 1 January: 365 days a year and one more for every leap year of the Gregorian calendar before it. */
function yearStart(inYear: number): DayNumber {
  const before = inYear - 1
  return firstDay + before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
}

/** True for `YYYY-MM-DD` with a day that the calendar has, years 0001 to 9999. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && text.slice(0, 4) !== '0000' && exists(text)
}

function exists(date: string): boolean {
  return day(date) >= 1 && day(date) <= daysInMonth(year(date), month(date))
}

/** Dates of the plans at hand; a plan has few days and asks for them often. */
const dayNumbers = new Map<PlainDate, DayNumber>()
const dates = new Map<DayNumber, PlainDate>()
const mostRemembered = 50_000

/** A date of the calendar as days since 1970-01-01. */
export function dayNumber(date: PlainDate): DayNumber {
  const known = dayNumbers.get(date)
  if (known !== undefined) return known
  let number = yearStart(year(date)) + day(date) - 1
  for (let before = 1; before < month(date); before++) number += daysInMonth(year(date), before)
  if (dayNumbers.size >= mostRemembered) dayNumbers.clear()
  dayNumbers.set(date, number)
  return number
}

/** The date of a day number; days outside the years 0001 to 9999 give the first or last of them. */
export function dateOf(number: DayNumber): PlainDate {
  const known = dates.get(number)
  if (known !== undefined) return known
  const date = computedDate(number)
  if (dates.size >= mostRemembered) dates.clear()
  dates.set(number, date)
  return date
}

function computedDate(number: DayNumber): PlainDate {
  const within = Math.min(Math.max(number, firstDay), lastDay)
  let inYear = 1970 + Math.floor(within / 365.2425)
  if (yearStart(inYear) > within) inYear--
  else if (inYear < 9999 && yearStart(inYear + 1) <= within) inYear++
  let left = within - yearStart(inYear)
  let inMonth = 1
  for (; left >= daysInMonth(inYear, inMonth); inMonth++) left -= daysInMonth(inYear, inMonth)
  return `${monthText(inYear, inMonth)}-${pad(left + 1)}`
}

/** The date so many days later, or earlier when `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days)
}

/** The same day so many months later; the month's last day where it is shorter: 2027-01-31 and one month is 2027-02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Math.min(Math.max(year(date) * 12 + month(date) - 1 + months, 12), 9999 * 12 + 11)
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return `${monthText(toYear, toMonth)}-${pad(Math.min(day(date), daysInMonth(toYear, toMonth)))}`
}

/** How many months it takes from one day to get past another that is not earlier: 1 from 2027-01-31 to 2027-02-27, 2 to 2027-02-28. */
export function monthsPast(from: PlainDate, to: PlainDate): number {
  const months = (year(to) - year(from)) * 12 + month(to) - month(from)
  return addMonths(from, months) <= to ? months + 1 : months
}

/** What of a calendar `addDuration` reads; a `Calendar` fits. */
interface WorkingTime {
  readonly hoursPerDay: Exact
  readonly isWorking: (day: DayNumber) => boolean
}

const plainWeek: WorkingTime = { hoursPerDay: '8', isWorking: (number) => weekdayOf(number) < 6 }

/**
 * The date after a duration has passed: `6mo` and `1y` as months, `d`, `w`, `h` and `min` as days, `wd` and `wh` as working days of the
 * calendar (Monday to Friday without one). What is left of a day or month is dropped: 4 h after a date is the same date.
 */
export function addDuration(
  date: PlainDate,
  duration: { readonly amount: Exact; readonly unit: { readonly symbol: string; readonly scale: Exact; readonly isWorkingTime: boolean } },
  calendar: WorkingTime = plainWeek,
): PlainDate {
  const amount = rational(duration.amount)
  const months = monthsIn(duration.unit.symbol)
  if (months > 0) return addMonths(date, whole(amount.mul(months)))
  if (!duration.unit.isWorkingTime) return addDays(date, whole(amount.mul(rational(duration.unit.scale)).div(24)))
  const days = duration.unit.symbol === 'wh' ? amount.div(rational(calendar.hoursPerDay)) : amount
  return dateOf(afterWorkingDays(dayNumber(date), whole(days), calendar))
}

/** How many months one of a unit has: 1 for `mo`, 3 for `quarters`, 12 for `y`, else 0. */
function monthsIn(symbol: string): number {
  if (/^mo(nths?)?$/.test(symbol)) return 1
  if (/^quarters?$/.test(symbol)) return 3
  return /^y(ears?)?$/.test(symbol) ? 12 : 0
}

function whole(value: Rational): number {
  return value.floor().valueOf()
}

function afterWorkingDays(from: DayNumber, count: number, calendar: WorkingTime): DayNumber {
  let left = Math.min(count, 100_000)
  let number = from
  while (left > 0 && number < lastDay) if (calendar.isWorking(++number)) left--
  return number
}

/** Days from `a` to `b`: 1 for the next day, negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: PlainDate): number {
  return weekdayOf(dayNumber(date))
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1 // 1970-01-01 was a Thursday
}

/** The ISO 8601 week of a date, `2027-W07`. Its year may differ from the date's. */
export function isoWeek(date: PlainDate): string {
  const thursday = addDays(date, 4 - weekday(date))
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
  return `${thursday.slice(0, 4)}-W${pad(week)}`
}

/** A stretch of days with the grain and the word that names it. */
export interface Period {
  readonly start: PlainDate
  readonly end: PlainDate
  readonly grain: Grain
  readonly text: string
}

/** A read period word, or why it is none, with the nearest that exists. */
export type ParsedPeriod =
  | { readonly ok: true; readonly start: PlainDate; readonly end: PlainDate; readonly grain: Grain }
  | { readonly ok: false; readonly reason: string; readonly nearest?: string }

/** Reads `2027`, `2027-Q1`, `2027-03`, `2027-W07` or `2027-03-31`. */
export function parsePeriod(text: string): ParsedPeriod {
  const parts = /^(\d{4})(?:-(?:Q(\d)|W(\d\d)|(\d\d)(?:-(\d\d))?))?$/.exec(text)
  if (!parts) return { ok: false, reason: t('it is no date, week, month, quarter or year') }
  const [, yearText = '', quarterText, weekText, monthPart, dayText] = parts
  const inYear = Number(yearText)
  if (inYear === 0) return { ok: false, reason: t('years begin with 0001'), nearest: text.replace('0000', '0001') }
  if (quarterText !== undefined) return quarterIn(inYear, Number(quarterText))
  if (weekText !== undefined) return weekIn(inYear, Number(weekText))
  if (monthPart === undefined) return { ok: true, start: `${yearText}-01-01`, end: `${yearText}-12-31`, grain: 'year' }
  const inMonth = Number(monthPart)
  if (inMonth < 1 || inMonth > 12) {
    const nearest = `${monthText(inYear, inMonth < 1 ? 1 : 12)}${dayText === undefined ? '' : `-${dayText}`}`
    return { ok: false, reason: t('a year has the months 01 to 12'), ...(isPeriod(nearest) && { nearest }) }
  }
  return dayText === undefined ? wholeMonth(inYear, inMonth) : dayIn(inYear, inMonth, Number(dayText))
}

function isPeriod(text: string): boolean {
  return parsePeriod(text).ok
}

function quarterIn(inYear: number, quarter: number): ParsedPeriod {
  if (quarter < 1 || quarter > 4) {
    return { ok: false, reason: t('a year has the quarters Q1 to Q4'), nearest: `${yearWord(inYear)}-Q${quarter < 1 ? 1 : 4}` }
  }
  const last = quarter * 3
  return { ok: true, start: `${monthText(inYear, last - 2)}-01`, end: lastOfMonth(inYear, last), grain: 'quarter' }
}

function weekIn(inYear: number, week: number): ParsedPeriod {
  const weeks = Number(isoWeek(`${yearWord(inYear)}-12-28`).slice(6)) // 28 December is always in the last week
  if (week < 1 || week > weeks) {
    return {
      ok: false,
      reason: t('{year} has the weeks W01 to W{weeks}', { year: inYear, weeks }),
      nearest: `${yearWord(inYear)}-W${week < 1 ? '01' : pad(weeks)}`,
    }
  }
  const fourth = `${yearWord(inYear)}-01-04` // 4 January is always in the first week
  const start = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7)
  return { ok: true, start, end: addDays(start, 6), grain: 'week' }
}

function wholeMonth(inYear: number, inMonth: number): ParsedPeriod {
  return { ok: true, start: `${monthText(inYear, inMonth)}-01`, end: lastOfMonth(inYear, inMonth), grain: 'month' }
}

function dayIn(inYear: number, inMonth: number, inDay: number): ParsedPeriod {
  const count = daysInMonth(inYear, inMonth)
  if (inDay >= 1 && inDay <= count) {
    const date = `${monthText(inYear, inMonth)}-${pad(inDay)}`
    return { ok: true, start: date, end: date, grain: 'day' }
  }
  const reason = t('{month} {year} has {count} days', { month: monthName(inMonth), year: inYear, count })
  return { ok: false, reason, nearest: `${monthText(inYear, inMonth)}-${pad(inDay < 1 ? 1 : count)}` }
}

function monthName(number: number): string {
  const names = [
    t('January'),
    t('February'),
    t('March'),
    t('April'),
    t('May'),
    t('June'),
    t('July'),
    t('August'),
    t('September'),
    t('October'),
    t('November'),
    t('December'),
  ]
  return names[number - 1] ?? ''
}

/** The period of a grain that a date lies in. */
export function periodAt(grain: Grain, date: PlainDate): Period {
  const text = periodText(grain, date)
  const parsed = parsePeriod(text)
  return parsed.ok ? { start: parsed.start, end: parsed.end, grain, text } : { start: date, end: date, grain, text }
}

function periodText(grain: Grain, date: PlainDate): string {
  switch (grain) {
    case 'day':
      return date
    case 'week':
      return isoWeek(date)
    case 'month':
      return date.slice(0, 7)
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(month(date) / 3)}`
    case 'year':
      return date.slice(0, 4)
  }
}

/** The period of the same grain that follows. */
export function nextPeriod(period: { readonly grain: Grain; readonly end: PlainDate }): Period {
  return periodAt(period.grain, addDays(period.end, 1))
}

/** The period of the same grain in front. */
export function previousPeriod(period: { readonly grain: Grain; readonly start: PlainDate }): Period {
  return periodAt(period.grain, addDays(period.start, -1))
}

function year(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

function month(date: PlainDate): number {
  return Number(date.slice(5, 7))
}

function day(date: PlainDate): number {
  return Number(date.slice(8, 10))
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysInMonth(inYear: number, inMonth: number): number {
  if (inMonth === 2) return (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0 ? 29 : 28
  return monthLengths[inMonth - 1] ?? 0
}

function lastOfMonth(inYear: number, inMonth: number): PlainDate {
  return `${monthText(inYear, inMonth)}-${pad(daysInMonth(inYear, inMonth))}`
}

function monthText(inYear: number, inMonth: number): string {
  return `${yearWord(inYear)}-${pad(inMonth)}`
}

function yearWord(number: number): string {
  return String(number).padStart(4, '0')
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
