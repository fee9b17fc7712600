import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  createCalendar,
  defaultCalendar,
  firstWorkingDayFrom,
  isWorkingDay,
  lastWorkingDayUpTo,
  nextWorkingDay,
  previousWorkingDay,
  workingDayAt,
  workingDayIndex,
  workingDays,
} from './calendar.js'
import { dayNumber } from './days.js'

const place = { file: '', start: 0, end: 0 }
const span = (start: string, end = start) => ({ place, start, end, grain: undefined, text: '' })

function calendarWith(holidays: readonly ReturnType<typeof span>[], days?: readonly number[]): Calendar {
  const unit = { nature: 'quantity', bases: [], symbol: 'h', scale: '1', grain: undefined, isWorkingTime: false } as const
  return createCalendar({ holidays, workweek: days && { days, hours: { amount: '7.5', unit } } })
}

const small = calendarWith([span('2027-01-18'), span('2027-02-15')])

describe('the calendar', () => {
  it('counts working days without holidays and weekends', () => {
    expect(workingDays(small, '2027-01-04', '2027-01-22')).toBe(14)
    expect(workingDays(small, '2027-01-09', '2027-01-10')).toBe(0)
    expect(workingDays(small, '2027-01-11', '2027-01-04')).toBe(0)
  })

  it('steps over weekends and holidays', () => {
    expect(isWorkingDay(small, '2027-02-15')).toBe(false)
    expect(nextWorkingDay(small, '2027-02-12')).toBe('2027-02-16')
    expect(previousWorkingDay(small, '2027-02-16')).toBe('2027-02-12')
    expect(firstWorkingDayFrom(small, '2027-02-13')).toBe('2027-02-16')
    expect(lastWorkingDayUpTo(small, '2027-02-15')).toBe('2027-02-12')
    expect(addWorkingDays(small, '2027-02-12', 1)).toBe('2027-02-12')
    expect(addWorkingDays(small, '2027-02-13', 2)).toBe('2027-02-17')
  })

  it('takes the days and hours of the workweek', () => {
    const calendar = calendarWith([], [7, 1, 2])
    expect(calendar.hoursPerDay).toBe('7.5')
    expect(workingDays(calendar, '2027-01-04', '2027-01-10')).toBe(3)
    expect(createCalendar(undefined)).toBe(defaultCalendar)
  })

  it('agrees with counting day by day, whatever the holidays', () => {
    const base = dayNumber('2027-01-01')
    const day = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.integer({ min: 0, max: 40 })), { maxLength: 8 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        day,
        day,
        (off, days, a, b) => {
          const date = (n: number) => new Date((base + n) * 86_400_000).toISOString().slice(0, 10)
          const calendar = calendarWith(
            off.map(([start, length]) => span(date(start), date(start + length))),
            days,
          )
          const isOff = (n: number) => off.some(([start, length]) => n >= start && n <= start + length)
          const works = (n: number) => days.includes(((base + n + 3) % 7) + 1) && !isOff(n)
          let count = 0
          for (let n = a; n <= b; n++) if (works(n)) count++
          if (a <= b) expect(countWorkingDays(calendar, base + a, base + b)).toBe(count)
          expect(calendar.isWorking(base + a)).toBe(works(a))
          if (works(a)) expect(workingDayAt(calendar, workingDayIndex(calendar, base + a))).toBe(base + a)
        },
      ),
    )
  })
})
