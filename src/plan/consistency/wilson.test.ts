import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rational } from '../quantity/rational.js'
import { likelyShare } from './wilson.js'

function floats(part: number, whole: number) {
  const share = likelyShare(Rational.of(part), Rational.of(whole))
  return share && [share.low?.valueOf(), share.high?.valueOf()]
}

describe('the likely share', () => {
  it('is the score interval of 80%', () => {
    const [low, high] = floats(62, 2000) ?? []
    expect(low).toBeCloseTo(0.02639, 4)
    expect(high).toBeCloseTo(0.03637, 4)
  })

  it('stays between none and all', () => {
    expect(floats(0, 10)?.[0]).toBe(0)
    expect(floats(10, 10)?.[1]).toBe(1)
  })

  it('is unknown for what are no cases', () => {
    expect(floats(3, 2)).toBeUndefined()
    expect(floats(0, 0)).toBeUndefined()
    expect(floats(-1, 2)).toBeUndefined()
  })

  it('holds the share that was seen, and is that of the textbook', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, ratio) => {
        const part = Math.round(whole * ratio)
        const [p, n, z2] = [part / whole, whole, 1.64238]
        const half = Math.sqrt((p * (1 - p) * z2) / n + (z2 / (2 * n)) ** 2)
        const expected = [(p + z2 / (2 * n) - half) / (1 + z2 / n), (p + z2 / (2 * n) + half) / (1 + z2 / n)]
        const [low = Number.NaN, high = Number.NaN] = floats(part, whole) ?? []
        expect(low).toBeCloseTo(Math.max(expected[0] ?? 0, 0), 8)
        expect(high).toBeCloseTo(Math.min(expected[1] ?? 1, 1), 8)
        expect(low).toBeLessThanOrEqual(p)
        expect(high).toBeGreaterThanOrEqual(p)
      }),
    )
  })
})
