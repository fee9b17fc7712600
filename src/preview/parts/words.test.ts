import { expect, test } from 'vitest'
import { periodName, unitName, unitText } from './words.js'

test.each([
  ['2027', '2027'],
  ['2027-Q1', 'Q1 2027'],
  ['2027-02', 'Feb 2027'],
  ['2027-W03', 'week 3, 2027'],
  ['2027-02-12', '12 Feb 2027'],
  ['2027-02 .. 2027-04', 'Feb 2027 – Apr 2027'],
  ['every Tuesday', 'every Tuesday'],
])('the period %s is %s to those who do not write plans', (written, name) => {
  expect(periodName(written)).toBe(name)
})

test('short words for units of time are said in full, others as they are', () => {
  expect(['h', 'wd', 'mo', 'leads', 'EUR/year'].map(unitName)).toEqual(['hours', 'working days', 'months', 'leads', 'EUR/year'])
})

test('a unit is said with the rhythm of its values', () => {
  expect(unitText({ unit: 'h', grain: 'month' })).toBe('hours, by month')
  expect(unitText({ unit: '%', grain: undefined })).toBe('%')
  expect(unitText({ unit: undefined, grain: undefined })).toBe('–')
})
