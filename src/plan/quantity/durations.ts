import { addDays, addMonths, type DayNumber, dateOf, dayNumber, lastDay, weekdayOf } from './days.js'
import { rational } from './exact.js'
import type { Exact, PlainDate } from './quantity.js'
import type { Rational } from './rational.js'

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
