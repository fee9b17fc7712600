import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.js'
import type { Unit } from './quantity.js'
import {
  currencyOf,
  divideUnits,
  formatMeasurement,
  hoursOf,
  isBareCount,
  multiplyUnits,
  parseUnit,
  percentUnit,
  plainUnit,
  sameDimension,
  toBase,
} from './units.js'

function unit(text: string): Unit {
  const parsed = parseUnit(text)
  if (!parsed) throw new Error(`no unit: ${text}`)
  return parsed
}
const calendar = { hoursPerDay: '8', workdays: [1, 2, 3, 4, 5] } as unknown as Calendar // only these two are read

describe('reading units', () => {
  test('reads ratios, points and scores', () => {
    expect(unit('%')).toMatchObject({ nature: 'ratio', scale: '0.01' })
    expect(unit('‰')).toMatchObject({ nature: 'ratio', scale: '0.001' })
    expect(unit('x')).toMatchObject({ nature: 'ratio', scale: '1' })
    expect(unit('pp').nature).toBe('points')
    expect(unit('points').nature).toBe('score')
  })

  test('reads currencies, time and counted words of any alphabet', () => {
    expect(unit('EUR').bases).toMatchObject([{ kind: 'money', name: 'EUR', exponent: 1 }])
    expect(unit('weeks')).toMatchObject({ scale: '168', bases: [{ kind: 'time', name: 'h' }] })
    expect(unit('wd').isWorkingTime).toBe(true)
    expect(unit('κλικ').bases).toMatchObject([{ kind: 'count' }])
  })

  test('a grain in a denominator is the grain of the unit and no base', () => {
    expect(unit('leads/month')).toMatchObject({ grain: 'month', symbol: 'leads/month' })
    expect(sameDimension(unit('leads/month'), unit('leads'))).toBe(true)
    expect(unit('EUR/lead/month')).toMatchObject({ grain: 'month' })
    expect(sameDimension(unit('EUR/lead/month'), unit('EUR/lead'))).toBe(true)
  })

  test('what is no unit is undefined', () => {
    for (const text of ['', '/', 'EUR/', '12', 'EUR/%', '/month', 'a b', 'leads/month/week']) expect(parseUnit(text)).toBeUndefined()
  })

  test('singular and plural of a counted word are one base', () => {
    expect(sameDimension(unit('EUR/lead'), divideUnits(unit('EUR'), unit('leads')))).toBe(true)
    expect(sameDimension(unit('EUR/opportunity'), divideUnits(unit('EUR'), unit('opportunities')))).toBe(true)
    expect(sameDimension(unit('Kunden'), unit('Kunde'))).toBe(true)
    expect(sameDimension(unit('contatti'), unit('contatto'))).toBe(true)
    expect(sameDimension(unit('leads'), unit('clicks'))).toBe(false)
  })
})

describe('the algebra of units', () => {
  test('a counted thing over a counted thing is a ratio', () => {
    expect(divideUnits(unit('contacts'), unit('contacts')).nature).toBe('ratio')
    expect(divideUnits(unit('clicks'), unit('emails')).nature).toBe('ratio')
    expect(divideUnits(unit('EUR'), unit('EUR')).nature).toBe('ratio')
    expect(divideUnits(unit('EUR'), unit('USD')).nature).toBe('quantity')
  })

  test('a ratio is neutral in a product', () => {
    expect(multiplyUnits(unit('EUR'), percentUnit).symbol).toBe('EUR')
    expect(multiplyUnits(plainUnit, unit('leads')).symbol).toBe('leads')
    expect(multiplyUnits(percentUnit, plainUnit)).toBe(percentUnit)
  })

  test('a price times its count is money, shown as people write it', () => {
    expect(multiplyUnits(unit('EUR/lead'), unit('leads')).symbol).toBe('EUR')
    expect(divideUnits(unit('USD'), unit('leads')).symbol).toBe('USD/lead')
    expect(currencyOf(unit('USD/lead'))).toBe('USD')
    expect(isBareCount(unit('leads/month'))).toBe(true)
  })
})

describe('amounts', () => {
  test('turn into base units and back', () => {
    expect(toBase({ amount: '25', unit: percentUnit })).toBe('0.25')
    expect(toBase({ amount: '2', unit: unit('w') })).toBe('336')
    expect(toBase({ amount: '2', unit: unit('wd') })).toBe('48')
    expect(toBase({ amount: '2', unit: unit('wd') }, calendar)).toBe('16')
    expect(formatMeasurement('0.006', percentUnit)).toBe('0.6%')
    expect(formatMeasurement('0.006', percentUnit, 2)).toBe('0.60%')
    expect(formatMeasurement('18000', unit('EUR'))).toBe('18 000 EUR')
    expect(formatMeasurement('48', unit('wd'))).toBe('2 wd')
  })

  test('give hours of work under a calendar', () => {
    expect(hoursOf({ amount: '30', unit: unit('min') }, calendar)).toBe('0.5')
    expect(hoursOf({ amount: '3', unit: unit('d') }, calendar)).toBe('24')
    expect(hoursOf({ amount: '1', unit: unit('w') }, calendar)).toBe('40')
    expect(hoursOf({ amount: '5', unit: unit('wd') }, calendar)).toBe('40')
    expect(hoursOf({ amount: '5', unit: unit('EUR') }, calendar)).toBeUndefined()
  })
})
