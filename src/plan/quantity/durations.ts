import { addDays, addMonths, type DayNumber, dateOf, dayNumber, lastDay, weekdayOf } from './days.js'
import { rational } from './exact.js'
import type { Exact, PlainDate } from './quantity.js'
import type { Rational } from './rational.js'

/** What of a calendar `lastDayOf` reads; a `Calendar` fits. */
interface WorkingTime {
  readonly hoursPerDay: Exact
  readonly isWorking: (day: DayNumber) => boolean
}

const plainWeek: WorkingTime = { hoursPerDay: '8', isWorking: (number) => weekdayOf(number) < 6 }

/**
 * The last day of a duration that begins on a date, both of them counted: `1y` from 2027-01-01 ends on 2027-12-31. `6mo` and `1y` are months,
 * `d`, `w`, `h` and `min` days, `wd` and `wh` working days of the calendar (Monday to Friday without one). What is left of a day or month is
 * dropped, and what is less than a day ends on the date itself.
 */
export function lastDayOf(
  date: PlainDate,
  duration: { readonly amount: Exact; readonly unit: { readonly symbol: string; readonly scale: Exact; readonly isWorkingTime: boolean } },
  calendar: WorkingTime = plainWeek,
): PlainDate {
  const amount = rational(duration.amount)
  const months = monthsIn(duration.unit.symbol)
  if (duration.unit.isWorkingTime) {
    const days = whole(duration.unit.symbol === 'wh' ? amount.div(rational(calendar.hoursPerDay)) : amount)
    return days < 1 ? date : dateOf(afterWorkingDays(dayNumber(date) - 1, days, calendar))
  }
  const next =
    months > 0 ? addMonths(date, whole(amount.mul(months))) : addDays(date, whole(amount.mul(rational(duration.unit.scale)).div(24)))
  return next > date ? addDays(next, -1) : date
}

/** How many months one of a unit has: 1 for `mo`, 3 for `quarters`, 12 for `y`, else 0. */
export function monthsIn(symbol: string): number {
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
