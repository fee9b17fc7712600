import { expect, test } from 'vitest'
import { periodsIn } from './periods.js'

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
