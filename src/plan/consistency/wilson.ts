import { Rational } from '../quantity/rational.js'
import type { Interval } from './interval.js'

/** The square of 1.2816, the standard normal quantile of 90%: two-sided 80%. */
const zSquared = Rational.quotient(164_238, 100_000)
const scale = 10n ** 24n

/**
 * Where a share lies with a likelihood of 80% when `part` of `whole` cases were seen: the score interval, rounded outwards.
 * Both in cases, `0 ≤ part ≤ whole` and `whole > 0`, else undefined.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function likelyShare(part: Rational, whole: Rational): Interval | undefined {
  if (whole.sign <= 0 || part.sign < 0 || part.compare(whole) > 0) return undefined
  const share = part.div(whole)
  const perCase = zSquared.div(whole)
  const middle = share.add(perCase.div(2))
  const variance = perCase.mul(share.mul(Rational.one.sub(share)).add(perCase.div(4)))
  const width = rootAbove(variance)
  const divisor = Rational.one.add(perCase)
  const low = middle.sub(width).div(divisor)
  const high = middle.add(width).div(divisor)
  return { low: low.sign < 0 ? Rational.zero : low, high: high.compare(Rational.one) > 0 ? Rational.one : high }
}

/** The square root, at most 10^-12 too large. */
function rootAbove(value: Rational): Rational {
  const { n, d } = value.toFraction()
  const whole = (n * scale) / d
  return Rational.of(`${wholeRoot(whole) + 1n}/${10n ** 12n}`)
}

/** The largest whole number whose square is not above (Newton's method). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n) root = next
  return root
}
