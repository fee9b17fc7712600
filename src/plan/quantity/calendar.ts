import { firstFrom } from '../text/first-from.js'
import { type DayNumber, dateOf, dayNumber, weekdayOf } from './days.js'
import { multiply, signOf } from './exact.js'
import type { Exact, Measurement, PlainDate, Span } from './quantity.js'

/** The working days of a plan. */
export interface Calendar {
  /** 1 for Monday to 7 for Sunday, ascending, at least one. */
  readonly workdays: readonly number[]
  readonly hoursPerDay: Exact
  /** How many workdays a week has had on its first, second … seventh day, that day included. */
  readonly workdaysUpTo: readonly number[]
  /** Sorted, merged stretches of days off. */
  readonly holidays: readonly Holiday[]
  readonly isWorking: (day: DayNumber) => boolean
}

/** Days off in one piece, both ends included. */
export interface Holiday {
  readonly start: DayNumber
  readonly end: DayNumber
  /** Days of the working week that fall on this and all earlier holidays. */
  readonly lostUpToHere: number
}

type Stretch = Pick<Span, 'start' | 'end'>
type Week = Pick<Calendar, 'workdays' | 'workdaysUpTo'>

/** Monday to Friday, 8 hours a day, no holidays. */
export const defaultCalendar: Calendar = calendarOf([1, 2, 3, 4, 5], '8', [])

/** What a strategy states of its working days: weekdays (1 for Monday to 7) with the hours of each, and days off. */
export interface WorkingTime {
  readonly workweek: { readonly days: readonly number[]; readonly hours: Pick<Measurement, 'amount' | 'unit'> } | undefined
  readonly holidays: readonly Span[]
}

/** The calendar that a strategy states; what it leaves out is as in the default calendar. */
export function createCalendar(stated: WorkingTime | undefined): Calendar {
  const week = stated?.workweek
  if (!stated || (!week && stated.holidays.length === 0)) return defaultCalendar
  const days = [...new Set(week?.days ?? [])].sort((a, b) => a - b)
  const hours = week && multiply(week.hours.amount, week.hours.unit.scale)
  return calendarOf(
    days.length > 0 ? days : defaultCalendar.workdays,
    hours && signOf(hours) > 0 ? hours : defaultCalendar.hoursPerDay,
    stated.holidays,
  )
}

/** The calendar with further days off, for example those on which a person is away. */
export function withDaysOff(calendar: Calendar, spans: readonly Span[]): Calendar {
  if (spans.length === 0) return calendar
  const ranges = calendar.holidays.map(({ start, end }) => ({ start: dateOf(start), end: dateOf(end) }))
  return calendarOf(calendar.workdays, calendar.hoursPerDay, [...ranges, ...spans])
}

function calendarOf(workdays: readonly number[], hoursPerDay: Exact, spans: readonly Stretch[]): Calendar {
  const workdaysUpTo = [1, 2, 3, 4, 5, 6, 7].map((day) => workdays.filter((workday) => workday <= day).length)
  const holidays = mergedHolidays({ workdays, workdaysUpTo }, spans)
  const works = Array.from({ length: 8 }, (_, day) => workdays.includes(day))
  const isWorking = (day: DayNumber): boolean => {
    if (!works[weekdayOf(day)]) return false
    const last = lastFrom(holidays, day)
    return last < 0 || (holidays[last]?.end ?? day) < day
  }
  return { workdays, workdaysUpTo, hoursPerDay, holidays, isWorking }
}

function mergedHolidays(week: Week, spans: readonly Stretch[]): Holiday[] {
  const sorted = spans
    .map((span) => ({ start: dayNumber(span.start), end: dayNumber(span.end) }))
    .filter((range) => range.start <= range.end)
    .sort((a, b) => a.start - b.start)
  const merged: { start: DayNumber; end: DayNumber }[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.start <= last.end + 1) last.end = Math.max(last.end, range.end)
    else merged.push(range)
  }
  let lost = 0
  return merged.map(({ start, end }) => {
    lost += weekDaysUpTo(week, end) - weekDaysUpTo(week, start - 1)
    return { start, end, lostUpToHere: lost }
  })
}

/** The index of the last holiday that begins on or before a day, -1 for none. */
function lastFrom(holidays: readonly Holiday[], day: DayNumber): number {
  return firstFrom(holidays, ({ start }) => start <= day) - 1
}

const monday = 4 // 1970-01-05

/** Days of the working week from 1970-01-05 up to a day, holidays counted; negative before. */
function weekDaysUpTo({ workdays, workdaysUpTo }: Week, day: DayNumber): number {
  const weeks = Math.floor((day - monday) / 7)
  return weeks * workdays.length + (workdaysUpTo[day - monday - weeks * 7] ?? 0)
}

/** How many working days there are up to a day, counted from a fixed day: the difference of two is exact, the value means nothing. */
export function workingDayIndex(calendar: Calendar, day: DayNumber): number {
  const count = weekDaysUpTo(calendar, day)
  if (calendar.holidays.length === 0) return count
  const last = lastFrom(calendar.holidays, day)
  const holiday = calendar.holidays[last]
  if (!holiday) return count
  const before = last > 0 ? (calendar.holidays[last - 1]?.lostUpToHere ?? 0) : 0
  if (holiday.end <= day) return count - holiday.lostUpToHere
  return weekDaysUpTo(calendar, holiday.start - 1) - before
}

/** The working day of an index that `workingDayIndex` gave. */
export function workingDayAt(calendar: Calendar, index: number): DayNumber {
  let day = weekDayAt(calendar.workdays, index)
  if (calendar.holidays.length === 0) return day
  for (;;) {
    const missing = index - workingDayIndex(calendar, day)
    if (missing <= 0) return day
    day = weekDayAt(calendar.workdays, weekDaysUpTo(calendar, day) + missing)
  }
}

function weekDayAt(workdays: readonly number[], index: number): DayNumber {
  const weeks = Math.floor((index - 1) / workdays.length)
  const position = index - 1 - weeks * workdays.length
  return monday + weeks * 7 + (workdays[position] ?? 1) - 1
}

/** True for a day of the working week that is no holiday. */
export function isWorkingDay(calendar: Calendar, date: PlainDate): boolean {
  return calendar.isWorking(dayNumber(date))
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: Calendar, date: PlainDate): PlainDate {
  return dateOf(dayAfter(calendar, dayNumber(date)))
}

/** The last working day before a date. */
export function previousWorkingDay(calendar: Calendar, date: PlainDate): PlainDate {
  return dateOf(dayUpTo(calendar, dayNumber(date) - 1))
}

/** The date itself when it is a working day, else the next one. */
export function firstWorkingDayFrom(calendar: Calendar, date: PlainDate): PlainDate {
  return dateOf(dayAfter(calendar, dayNumber(date) - 1))
}

/** The date itself when it is a working day, else the one before. */
export function lastWorkingDayUpTo(calendar: Calendar, date: PlainDate): PlainDate {
  return dateOf(dayUpTo(calendar, dayNumber(date)))
}

/** The number of working days from `a` to `b`, both included; 0 when `b` is earlier. */
export function workingDays(calendar: Calendar, a: PlainDate, b: PlainDate): number {
  return Math.max(0, countWorkingDays(calendar, dayNumber(a), dayNumber(b)))
}

/** The n-th working day counted from a date, the date included when it is one; `n` at least 1. */
export function addWorkingDays(calendar: Calendar, date: PlainDate, n: number): PlainDate {
  return dateOf(workingDayAt(calendar, workingDayIndex(calendar, dayNumber(date) - 1) + Math.max(n, 1)))
}

/** The first working day after a day. */
export function dayAfter(calendar: Calendar, day: DayNumber): DayNumber {
  return workingDayAt(calendar, workingDayIndex(calendar, day) + 1)
}

/** The last working day that is not after a day. */
export function dayUpTo(calendar: Calendar, day: DayNumber): DayNumber {
  return workingDayAt(calendar, workingDayIndex(calendar, day))
}

/** The number of working days from `a` to `b`, both included; negative of those between when `b` lies before `a`. */
export function countWorkingDays(calendar: Calendar, a: DayNumber, b: DayNumber): number {
  return workingDayIndex(calendar, b) - workingDayIndex(calendar, a - 1)
}
