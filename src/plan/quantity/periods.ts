import { t } from '@vscode/l10n'
import { addDays, addMonths, daysBetween, daysInMonth, isoWeek, monthsPast, monthText, twoDigits, weekday, yearText } from './days.js'
import type { Grain, PlainDate, Window } from './quantity.js'

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
    return { ok: false, reason: t('a year has the quarters Q1 to Q4'), nearest: `${yearText(inYear)}-Q${quarter < 1 ? 1 : 4}` }
  }
  const last = quarter * 3
  return { ok: true, start: `${monthText(inYear, last - 2)}-01`, end: lastOfMonth(inYear, last), grain: 'quarter' }
}

function weekIn(inYear: number, week: number): ParsedPeriod {
  const weeks = Number(isoWeek(`${yearText(inYear)}-12-28`).slice(6)) // 28 December is always in the last week
  if (week < 1 || week > weeks) {
    return {
      ok: false,
      reason: t('{year} has the weeks W01 to W{weeks}', { year: inYear, weeks }),
      nearest: `${yearText(inYear)}-W${week < 1 ? '01' : twoDigits(weeks)}`,
    }
  }
  const fourth = `${yearText(inYear)}-01-04` // 4 January is always in the first week
  const start = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7)
  return { ok: true, start, end: addDays(start, 6), grain: 'week' }
}

function wholeMonth(inYear: number, inMonth: number): ParsedPeriod {
  return { ok: true, start: `${monthText(inYear, inMonth)}-01`, end: lastOfMonth(inYear, inMonth), grain: 'month' }
}

function dayIn(inYear: number, inMonth: number, inDay: number): ParsedPeriod {
  const count = daysInMonth(inYear, inMonth)
  if (inDay >= 1 && inDay <= count) {
    const date = `${monthText(inYear, inMonth)}-${twoDigits(inDay)}`
    return { ok: true, start: date, end: date, grain: 'day' }
  }
  const reason = t('{month} {year} has {count} days', { month: monthName(inMonth), year: inYear, count })
  return { ok: false, reason, nearest: `${monthText(inYear, inMonth)}-${twoDigits(inDay < 1 ? 1 : count)}` }
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
      return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
    case 'year':
      return date.slice(0, 4)
  }
}

/** A span as it is best written: `2027-Q2` for a whole quarter, `2027` for a year, `2027-04` for a month, else both dates. */
export function spanText(start: PlainDate, end: PlainDate): string {
  for (const grain of ['year', 'quarter', 'month'] as const) {
    const period = periodAt(grain, start)
    if (period.start === start && period.end === end) return period.text
  }
  return `${start} .. ${end}`
}

/**
 * The span behind another, as long as that: of so many months where the other is some whole months long, from whichever day, else of so many
 * days. What begins on a Monday and has whole weeks is weeks, unless it is also the first of a month.
 */
export function followingSpan(span: { readonly start: PlainDate; readonly end: PlainDate }): {
  readonly start: PlainDate
  readonly end: PlainDate
} {
  const start = addDays(span.end, 1)
  const days = daysBetween(span.start, start)
  const months = monthsPast(span.start, span.end)
  const isMonths = addMonths(span.start, months) === start
  const isWeeks = days % 7 === 0 && weekday(span.start) === 1 && !span.start.endsWith('-01')
  return { start, end: addDays(isMonths && !isWeeks ? addMonths(start, months) : addDays(start, days), -1) }
}

/** The period of the same grain that follows. */
export function nextPeriod(period: { readonly grain: Grain; readonly end: PlainDate }): Period {
  return periodAt(period.grain, addDays(period.end, 1))
}

/** The period of the same grain in front. */
export function previousPeriod(period: { readonly grain: Grain; readonly start: PlainDate }): Period {
  return periodAt(period.grain, addDays(period.start, -1))
}

/** The periods of a grain that make up a span exactly; none when it begins or ends inside of one. */
export function periodsIn(grain: Grain, span: Window): readonly Window[] {
  const periods: Window[] = []
  let period = periodAt(grain, span.start)
  if (period.start < span.start) return []
  for (; period.end < span.end && periods.length < 4000; period = nextPeriod(period)) periods.push(period)
  return period.end === span.end ? [...periods, period] : []
}

function lastOfMonth(inYear: number, inMonth: number): PlainDate {
  return `${monthText(inYear, inMonth)}-${twoDigits(daysInMonth(inYear, inMonth))}`
}
