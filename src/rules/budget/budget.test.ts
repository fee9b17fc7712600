import { expect, it } from 'vitest'
import { formatMoney, writtenMoney } from './budget.js'

it('shows money with grouped digits, and minor units only where there are some', () => {
  expect(formatMoney('5800', 'USD')).toBe('5 800 USD')
  expect(formatMoney('-1234567.5', 'EUR')).toBe('-1 234 567.50 EUR')
  expect(formatMoney('1000/3', 'JPY')).toBe('333 JPY')
  expect(formatMoney('12', undefined)).toBe('12')
})

it('writes money as a plan does', () => {
  expect(writtenMoney('5800', 'USD')).toBe('5_800 USD')
  expect(writtenMoney('0.5', 'EUR')).toBe('0.50 EUR')
})
