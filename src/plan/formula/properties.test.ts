import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actualsSketch, formulaSketch, measureSketch, metricSketch, periodSketch } from '../../../test/sketch/number-sketch.js'
import { planSketch } from '../../../test/sketch/plan-sketch.js'
import { valueIn } from '../numbers/actuals.js'
import { numbers } from '../numbers/numbers.js'
import { add, compare, divide, exact, multiply, negate, subtract } from '../quantity/exact.js'
import { formulaText } from './formula-text.js'

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => divide(String(digits), `1${'0'.repeat(places)}`) ?? '0')

describe('exact arithmetic', () => {
  test('keeps the laws of a field', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a))
        expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)))
        expect(subtract(add(a, b), b)).toBe(exact(a))
        const quotient = divide(a, b)
        if (quotient !== undefined) expect(multiply(quotient, b)).toBe(exact(a))
        expect(compare(a, b)).toBe(0 - compare(b, a) || 0)
        expect(negate(negate(a))).toBe(exact(a))
      }),
    )
  })
})

const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'formula' },
    fc.constantFrom('clicks', 'delivered', 'people', 'level', 'spend', 'rate', 'nobody', '1', '0', '100', '0.01', '5%'),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(fc.constantFrom('sum', 'average', 'round', 'growth', 'previous', 'abs', 'cumulative', 'nothing'), tie('formula'))
      .map(([name, arg]) => `${name}(${arg})`),
    fc
      .tuple(fc.constantFrom('sum', 'last', 'max'), tie('formula'), fc.constantFrom('month', 'quarter'))
      .map(([name, arg, over]) => `${name}(${arg} over ${over})`),
  ),
}))

const around = [
  measureSketch('clicks', 'clicks', 'month', 'sum'),
  measureSketch('delivered', 'emails', 'month', 'sum', { atLeast: '1' }),
  measureSketch('people', 'contacts', 'month', 'distinct'),
  measureSketch('level', 'followers', 'quarter', 'last'),
  measureSketch('spend', 'EUR', 'month', 'sum'),
  metricSketch('rate', '%', 'clicks / delivered'),
  actualsSketch('clicks', { '2027-01': '10', '2027-02': '20', '2027-03': '30' }),
  actualsSketch('delivered', { '2027-01': '100', '2027-02': '100', '2027-03': '100' }),
  actualsSketch('spend', { '2027-01': '7' }),
]

describe('any formula', () => {
  test('is typed and computed, or left unknown, without an exception', () => {
    fc.assert(
      fc.property(formula, fc.constantFrom('%', 'x', 'EUR', 'clicks', ''), (text, unit) => {
        const plan = planSketch([...around, metricSketch('it', unit, text)])
        expect(numbers(plan).get('it')).toBeDefined()
        for (const period of ['2027-02', '2027-Q1']) valueIn(plan, 'it', periodSketch(period))
      }),
      { numRuns: 500 },
    )
  })

  test('reads back from its text as it was', () => {
    fc.assert(
      fc.property(formula, (text) => {
        const printed = formulaText(formulaSketch(text))
        expect(formulaText(formulaSketch(printed))).toBe(printed)
      }),
    )
  })
})
