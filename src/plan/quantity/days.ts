import type { PlainDate } from './quantity.js'

/** Days since 1970-01-01, the form of a date for arithmetic and loops. */
export type DayNumber = number

const firstDay = -719_162 // 0001-01-01
/** The last day of the calendar: 9999-12-31. */
export const lastDay = 2_932_896

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
  return `${monthText(inYear, inMonth)}-${twoDigits(left + 1)}`
}

/** The date so many days later, or earlier when `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days)
}

/** The same day so many months later; the month's last day where it is shorter: 2027-01-31 and one month is 2027-02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Math.min(Math.max(year(date) * 12 + month(date) - 1 + months, 12), 9999 * 12 + 11)
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return `${monthText(toYear, toMonth)}-${twoDigits(Math.min(day(date), daysInMonth(toYear, toMonth)))}`
}

/** How many months it takes from one day to get past another that is not earlier: 1 from 2027-01-31 to 2027-02-27, 2 to 2027-02-28. */
export function monthsPast(from: PlainDate, to: PlainDate): number {
  const months = (year(to) - year(from)) * 12 + month(to) - month(from)
  return addMonths(from, months) <= to ? months + 1 : months
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
  return `${thursday.slice(0, 4)}-W${twoDigits(week)}`
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

/** How many days a month of the year has; the month from 1. */
export function daysInMonth(inYear: number, inMonth: number): number {
  if (inMonth === 2) return (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0 ? 29 : 28
  return monthLengths[inMonth - 1] ?? 0
}

/** `2027-03`, the way dates begin. */
export function monthText(inYear: number, inMonth: number): string {
  return `${yearText(inYear)}-${twoDigits(inMonth)}`
}

/** A year in four digits. */
export function yearText(number: number): string {
  return String(number).padStart(4, '0')
}

/** A number below 100 in two digits. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
