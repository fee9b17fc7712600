import { describe, expect, it, test } from 'vitest'
import { addDays, addMonths } from './days.js'
import { followingSpan, nextPeriod, parsePeriod, periodAt, periodsIn, previousPeriod, spanText } from './periods.js'

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

describe('the span behind a span', () => {
  it.each([
    ['a quarter by its dates', '2027-04-01', '2027-06-30', '2027-09-30'],
    ['a month', '2027-01-01', '2027-01-31', '2027-02-28'],
    ['a month before a leap day', '2028-01-01', '2028-01-31', '2028-02-29'],
    ['February', '2027-02-01', '2027-02-28', '2027-03-31'],
    ['two months', '2027-01-01', '2027-02-28', '2027-04-30'],
    ['half a year', '2027-07-01', '2027-12-31', '2028-06-30'],
    ['a year before a leap year', '2027-01-01', '2027-12-31', '2028-12-31'],
    ['a fiscal year from April', '2027-04-01', '2028-03-31', '2029-03-31'],
    ['a fiscal year from the sixth of April', '2027-04-06', '2028-04-05', '2029-04-05'],
    ['a month from the fifteenth', '2027-01-15', '2027-02-14', '2027-03-14'],
    ['two weeks', '2027-01-04', '2027-01-17', '2027-01-31'],
    ['four weeks in February', '2027-02-08', '2027-03-07', '2027-04-04'],
    ['thirteen weeks', '2027-01-04', '2027-04-04', '2027-07-04'],
    ['some days', '2027-01-04', '2027-03-31', '2027-06-26'],
  ])('of %s is as long as that', (_, start, end, next) => {
    expect(followingSpan({ start, end })).toEqual({ start: addDays(end, 1), end: next })
  })

  it('is so many months long as the one in front, whichever whole months those are', () => {
    for (let first = 0; first < 48; first++) {
      for (let count = 1; count <= 24; count++) {
        const start = addMonths('2026-01-01', first)
        const span = { start, end: addDays(addMonths(start, count), -1) }
        expect(followingSpan(span)).toEqual({ start: addMonths(start, count), end: addDays(addMonths(start, 2 * count), -1) })
      }
    }
  })
})

it('a span is written as people say it', () => {
  expect(spanText('2027-04-01', '2027-06-30')).toBe('2027-Q2')
  expect(spanText('2027-01-01', '2027-12-31')).toBe('2027')
  expect(spanText('2028-02-01', '2028-02-29')).toBe('2028-02')
  expect(spanText('2027-04-01', '2027-05-31')).toBe('2027-04-01 .. 2027-05-31')
})
