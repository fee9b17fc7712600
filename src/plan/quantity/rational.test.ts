import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { toExact } from './exact.js'
import { Rational } from './rational.js'

const digits = fc.stringMatching(/^[0-9]{1,20}$/)
const sign = fc.constantFrom('', '-')
const text = fc.oneof(
  fc.tuple(sign, digits).map(([minus, whole]) => minus + whole),
  fc.tuple(sign, digits, digits).map(([minus, whole, part]) => `${minus}${whole}.${part}`),
  fc.tuple(sign, digits, fc.bigInt(1n, 10n ** 19n)).map(([minus, above, below]) => `${minus}${above}/${below}`),
  fc.integer({ min: -50, max: 50 }).map(String),
)

function same(a: Rational, b: Fraction): void {
  expect(a.toFraction().equals(b)).toBe(true)
  expect(Rational.of(toExact(a)).compare(a)).toBe(0)
}

describe('a rational number', () => {
  it('computes what unbounded fractions compute, on whatever side of 2^53', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [Rational.of(left), Rational.of(right)]
        const [x, y] = [new Fraction(left), new Fraction(right)]
        same(a, x)
        same(a.add(b), x.add(y))
        same(a.sub(b), x.sub(y))
        same(a.mul(b), x.mul(y))
        if (!b.isZero) same(a.div(b), x.div(y))
        same(a.neg(), x.neg())
        same(a.abs(), x.abs())
        same(a.floor(), x.floor())
        same(a.ceil(), x.ceil())
        same(a.round(), x.round())
        expect(a.compare(b)).toBe(x.compare(y))
        expect(a.sign).toBe(x.compare(0))
        expect(a.isWhole).toBe(x.d === 1n)
        expect(a.valueOf()).toBeCloseTo(x.valueOf(), 10)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same number however it was reached', () => {
    const nearly = Rational.of(Number.MAX_SAFE_INTEGER)
    expect(nearly.add(1).sub(1).compare(nearly)).toBe(0)
    expect(toExact(nearly.mul(3).div(3))).toBe('9007199254740991')
    expect(toExact(Rational.quotient(-4, -6))).toBe('2/3')
    expect(toExact(Rational.of('-0.0'))).toBe('0')
  })

  it('knows no division by zero and nothing that is no number', () => {
    expect(() => Rational.one.div(0)).toThrow()
    expect(() => Rational.quotient(1, 0)).toThrow()
    expect(() => Rational.of('1/0')).toThrow()
    expect(() => Rational.of('1.2.3')).toThrow()
    expect(() => Rational.of('')).toThrow()
  })
})
