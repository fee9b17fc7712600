import { expect, test } from 'vitest'
import { formulaSketch } from '../../../test/sketch/number-sketch.js'
import { isZeroByCalculation } from './zero.js'

test.each([
  '0',
  'a - a',
  '-a + a',
  '0 * a',
  'a * 0',
  '0 / 5',
  '2 * a - a - a',
  'a * 2 - 2 * a',
  'a / 2 - a * 0.5',
  'a / b - a / b',
  '(a + 1) - (1 + a)',
  '3 - 3',
  'a / 0 - a / 0',
])('%s is 0 whatever the numbers are', (formula) => {
  expect(isZeroByCalculation(formulaSketch(formula))).toBe(true)
})

test.each([
  '1',
  'a',
  'a - b',
  'a + a',
  'a - 1',
  'a - a + 1',
  'a / 2',
  'a * b',
  'a / b',
  'a / 0',
  '1 / a',
  'a * 2 - a',
  'a / 2 - a',
  'a / (b + 1) - a',
])('%s is not always 0', (formula) => {
  expect(isZeroByCalculation(formulaSketch(formula))).toBe(false)
})
