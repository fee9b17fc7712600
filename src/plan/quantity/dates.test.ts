import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addDuration,
  addMonths,
  dateOf,
  dayNumber,
  isDate,
  isoWeek,
  monthsPast,
  nextPeriod,
  parsePeriod,
  periodAt,
  previousPeriod,
  weekday,
} from './dates.js'

const unit = (symbol: string, scale: string, isWorkingTime = false) => ({ symbol, scale, isWorkingTime })

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

  it('move by durations', () => {
    expect(addDuration('2027-01-31', { amount: '1', unit: unit('mo', '730') })).toBe('2027-02-28')
    expect(addDuration('2027-01-04', { amount: '1.5', unit: unit('y', '8760') })).toBe('2028-07-04')
    expect(addDuration('2027-01-04', { amount: '2', unit: unit('w', '168') })).toBe('2027-01-18')
    expect(addDuration('2027-01-04', { amount: '4', unit: unit('h', '1') })).toBe('2027-01-04')
    expect(addDuration('2027-01-08', { amount: '2', unit: unit('wd', '24', true) })).toBe('2027-01-12')
    expect(addDuration('2027-01-08', { amount: '16', unit: unit('wh', '1', true) })).toBe('2027-01-12')
  })
})

describe('periods', () => {
  it.each([
    ['2027', '2027-01-01', '2027-12-31', 'year'],
    ['2027-Q1', '2027-01-01', '2027-03-31', 'quarter'],
    ['2028-02', '2028-02-01', '2028-02-29', 'month'],
    ['2027-W07', '2027-02-15', '2027-02-21', 'week'],
    ['2026-W53', '2026-12-28', '2027-01-03', 'week'],
    ['2027-03-31', '2027-03-31', '2027-03-31', 'day'],
  ])('%s runs from %s to %s', (text, start, end, grain) => {
    expect(parsePeriod(text)).toEqual({ ok: true, start, end, grain })
  })

  it.each([
    ['2027-02-30', '2027-02-28', 'February 2027 has 28 days'],
    ['2027-02-00', '2027-02-01', 'February 2027 has 28 days'],
    ['2027-13', '2027-12', 'a year has the months 01 to 12'],
    ['2027-13-05', '2027-12-05', 'a year has the months 01 to 12'],
    ['2027-Q5', '2027-Q4', 'a year has the quarters Q1 to Q4'],
    ['2027-W53', '2027-W52', '2027 has the weeks W01 to W52'],
  ])('%s does not exist, %s is nearest', (text, nearest, reason) => {
    expect(parsePeriod(text)).toEqual({ ok: false, reason, nearest })
  })

  it('lie around a date and follow one another', () => {
    expect(periodAt('quarter', '2027-05-03').text).toBe('2027-Q2')
    expect(nextPeriod(periodAt('month', '2027-12-24')).text).toBe('2028-01')
    expect(previousPeriod(periodAt('week', '2027-01-05')).text).toBe('2026-W53')
  })
})
