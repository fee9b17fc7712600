import { expect, test } from 'vitest'
import { addDuration } from './durations.js'

const unit = (symbol: string, scale: string, isWorkingTime = false) => ({ symbol, scale, isWorkingTime })

test('a duration moves a date', () => {
  expect(addDuration('2027-01-31', { amount: '1', unit: unit('mo', '730') })).toBe('2027-02-28')
  expect(addDuration('2027-01-04', { amount: '1.5', unit: unit('y', '8760') })).toBe('2028-07-04')
  expect(addDuration('2027-01-04', { amount: '2', unit: unit('w', '168') })).toBe('2027-01-18')
  expect(addDuration('2027-01-04', { amount: '4', unit: unit('h', '1') })).toBe('2027-01-04')
  expect(addDuration('2027-01-08', { amount: '2', unit: unit('wd', '24', true) })).toBe('2027-01-12')
  expect(addDuration('2027-01-08', { amount: '16', unit: unit('wh', '1', true) })).toBe('2027-01-12')
})
