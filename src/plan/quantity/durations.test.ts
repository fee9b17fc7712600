import { expect, test } from 'vitest'
import { lastDayOf } from './durations.js'

const unit = (symbol: string, scale: string, isWorkingTime = false) => ({ symbol, scale, isWorkingTime })
const [year, month, week, day, hour] = [unit('y', '8760'), unit('mo', '730'), unit('w', '168'), unit('d', '24'), unit('h', '1')]
const [workingDay, workingHour] = [unit('wd', '24', true), unit('wh', '1', true)]

test.each([
  ['a year', '2027-01-01', '1', year, '2027-12-31'],
  ['a year from a leap day', '2028-02-29', '1', year, '2029-02-27'],
  ['a year and a half', '2027-01-04', '1.5', year, '2028-07-03'],
  ['a month', '2027-01-01', '1', month, '2027-01-31'],
  ['a month from the last day of one', '2027-01-31', '1', month, '2027-02-27'],
  ['three months', '2027-01-01', '3', month, '2027-03-31'],
  ['a quarter', '2027-04-01', '1', unit('quarter', '2190'), '2027-06-30'],
  ['two weeks', '2027-01-04', '2', week, '2027-01-17'],
  ['a day', '2027-01-04', '1', day, '2027-01-04'],
  ['half a day', '2027-01-04', '0.5', day, '2027-01-04'],
  ['four hours', '2027-01-04', '4', hour, '2027-01-04'],
  ['two days', '2027-01-04', '48', hour, '2027-01-05'],
  ['two working days from a Friday', '2027-01-08', '2', workingDay, '2027-01-11'],
  ['two working days from a Saturday', '2027-01-09', '2', workingDay, '2027-01-12'],
  ['sixteen working hours', '2027-01-08', '16', workingHour, '2027-01-11'],
  ['four working hours', '2027-01-08', '4', workingHour, '2027-01-08'],
])('%s counts its first and its last day', (_, start, amount, of, end) => {
  expect(lastDayOf(start, { amount, unit: of })).toBe(end)
})
