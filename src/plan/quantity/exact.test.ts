import { describe, expect, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  divide,
  exact,
  formatExact,
  isWhole,
  maximum,
  minimum,
  multiply,
  negate,
  round,
  subtract,
  sum,
  toNumber,
} from './exact.js'

describe('exact numbers', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(sum(['0.1', '0.2', '-0.3'])).toBe('0')
  })

  test('a decimal that ends is text with a point, any other a reduced fraction', () => {
    expect(divide('1', '8')).toBe('0.125')
    expect(divide('2', '6')).toBe('1/3')
    expect(divide('-2', '6')).toBe('-1/3')
    expect(multiply('1/3', '3')).toBe('1')
    expect(exact('0010.500')).toBe('10.5')
    expect(exact('-0.0')).toBe('0')
  })

  test('a division by zero has no result', () => {
    expect(divide('1', '0.0')).toBeUndefined()
  })

  test('compares by value and not by text', () => {
    expect(compare('16.0', '16')).toBe(0)
    expect(compare('9', '10')).toBe(-1)
    expect(compare('1/3', '0.3')).toBe(1)
    expect(minimum(['3', '-1/2', '0'])).toBe('-0.5')
    expect(maximum([])).toBeUndefined()
  })

  test('rounds halves away from zero', () => {
    expect(round('0.125', 2)).toBe('0.13')
    expect(round('-0.125', 2)).toBe('-0.13')
    expect(round('1250', -2)).toBe('1300')
    expect(round('2/3', 3)).toBe('0.667')
  })

  test('knows signs and whole numbers', () => {
    expect(negate('2')).toBe('-2')
    expect(absolute('-2.5')).toBe('2.5')
    expect(subtract('2', '2.5')).toBe('-0.5')
    expect(isWhole('4.00')).toBe(true)
    expect(isWhole('1/3')).toBe(false)
    expect(toNumber('1/4')).toBe(0.25)
  })

  test('shows thousands in groups from ten thousand on', () => {
    expect(formatExact('9999')).toBe('9999')
    expect(formatExact('480000')).toBe('480 000')
    expect(formatExact('-1234567.5')).toBe('-1 234 567.5')
  })

  test('shows decimals in full up to six digits and rounds longer ones', () => {
    expect(formatExact('0.6')).toBe('0.6')
    expect(formatExact('0.000001')).toBe('0.000001')
    expect(formatExact('50/3')).toBe('16.67')
    expect(formatExact('1/300')).toBe('0.00333')
    expect(formatExact('0.6', 2)).toBe('0.60')
    expect(formatExact('-0.004', 2)).toBe('0.00')
  })
})
