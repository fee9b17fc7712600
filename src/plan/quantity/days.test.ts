import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateOf, dayNumber, isDate, isoWeek, monthsPast, weekday } from './days.js'

describe('dates', () => {
  it('know which days the calendar has', () => {
    expect(isDate('2028-02-29')).toBe(true)
    expect(isDate('2027-02-29')).toBe(false)
    expect(isDate('2027-2-9')).toBe(false)
  })

  it('become day numbers and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    for (const date of ['0001-01-01', '1969-12-31', '2027-02-28', '9999-12-31']) expect(dateOf(dayNumber(date))).toBe(date)
  })

  it('follow one another as in the calendar of the system', () => {
    for (let number = -719_162; number < 2_932_896; number += 181) {
      const date = dateOf(number)
      expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(dayNumber(date)).toBe(number)
    }
  })

  it('count days as the standard calendar of Temporal does', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01')
    for (let number = -719_162; number < 2_932_896; number += 9973) {
      const date = epoch.add({ days: number }).toString()
      expect(dateOf(number)).toBe(date)
      expect(dayNumber(date)).toBe(number)
    }
  })

  it('stay within the years 0001 to 9999', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addMonths('9999-12-31', 12)).toBe('9999-12-31')
  })

  it('count the months that a span needs, up to the last day of all', () => {
    for (const start of ['2027-01-01', '2027-01-31', '2028-02-29', '2026-12-15']) {
      for (let days = 0; days < 800; days++) {
        const end = addDays(start, days)
        let needed = 0
        while (addMonths(start, needed) <= end) needed++
        expect(monthsPast(start, end)).toBe(needed)
      }
    }
    expect(monthsPast('0001-01-01', '9999-12-31')).toBe(9999 * 12)
  })

  it('name their weekday and ISO week', () => {
    expect(weekday('2027-01-04')).toBe(1)
    expect(weekday('2027-01-03')).toBe(7)
    expect(isoWeek('2027-01-03')).toBe('2026-W53')
    expect(isoWeek('2027-01-04')).toBe('2027-W01')
    expect(isoWeek('2024-12-30')).toBe('2025-W01')
  })
})
