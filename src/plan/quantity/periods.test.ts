import { describe, expect, it, test } from 'vitest'
import { nextPeriod, parsePeriod, periodAt, periodsIn, previousPeriod } from './periods.js'

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

test('a span that begins and ends with periods is made up of them', () => {
  expect(periodsIn('month', { start: '2027-01-01', end: '2027-03-31' }).map(({ start }) => start)).toEqual([
    '2027-01-01',
    '2027-02-01',
    '2027-03-01',
  ])
  expect(periodsIn('week', { start: '2027-01-04', end: '2027-01-10' })).toHaveLength(1)
})

test.each([
  ['begins inside of one', '2027-01-02', '2027-03-31'],
  ['ends inside of one', '2027-01-01', '2027-03-30'],
  ['ends before it begins', '2027-03-01', '2027-02-28'],
  ['is longer than anybody counts', '0001-01-01', '9999-12-31'],
])('none for a span that %s', (_, start, end) => {
  expect(periodsIn('month', { start, end })).toEqual([])
})

test('the last month of all is one', () => {
  expect(periodsIn('month', { start: '9999-11-01', end: '9999-12-31' }).map(({ end }) => end)).toEqual(['9999-11-30', '9999-12-31'])
})
