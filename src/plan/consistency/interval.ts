import Fraction from 'fraction.js'
import { Rational } from '../quantity/rational.js'

/** All numbers from `low` to `high`, both included; an undefined end is open. Empty when `low` is above `high`. */
export interface Interval {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
}

export const everything: Interval = { low: undefined, high: undefined }
export const notNegative: Interval = { low: Rational.zero, high: undefined }

export function point(value: Rational): Interval {
  return { low: value, high: value }
}

export function isEmpty({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && low.compare(high) > 0
}

/** True when the value lies in it. */
export function contains({ low, high }: Interval, value: Rational): boolean {
  return (low === undefined || low.compare(value) <= 0) && (high === undefined || high.compare(value) >= 0)
}

/** True when one of the ends is known. */
export function isBounded({ low, high }: Interval): boolean {
  return low !== undefined || high !== undefined
}

/** What lies in both. */
export function intersect(a: Interval, b: Interval): Interval {
  return { low: highest(a.low, b.low), high: lowest(a.high, b.high) }
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return {
    low: a.low && b.low && (a.low.compare(b.low) <= 0 ? a.low : b.low),
    high: a.high && b.high && (a.high.compare(b.high) >= 0 ? a.high : b.high),
  }
}

function highest(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  return a && b ? (a.compare(b) >= 0 ? a : b) : (a ?? b)
}

function lowest(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  return a && b ? (a.compare(b) <= 0 ? a : b) : (a ?? b)
}

export function negated({ low, high }: Interval): Interval {
  return { low: high?.neg(), high: low?.neg() }
}

export function sumOf(a: Interval, b: Interval): Interval {
  return { low: a.low && b.low && a.low.add(b.low), high: a.high && b.high && a.high.add(b.high) }
}

export function differenceOf(a: Interval, b: Interval): Interval {
  return sumOf(a, negated(b))
}

/** An end of an interval as a factor: a number, or which way it is open. */
type End = Rational | 'below' | 'above'

export function productOf(a: Interval, b: Interval): Interval {
  const products = endsOf(a).flatMap((left) => endsOf(b).map((right) => timesEnd(left, right)))
  let low: Rational | undefined
  let high: Rational | undefined
  for (const product of products) {
    if (typeof product === 'string') continue
    if (!low || product.compare(low) < 0) low = product
    if (!high || product.compare(high) > 0) high = product
  }
  return { low: products.includes('below') ? undefined : low, high: products.includes('above') ? undefined : high }
}

function endsOf({ low, high }: Interval): readonly [End, End] {
  return [low ?? 'below', high ?? 'above']
}

/** 0 times whatever is open is 0, as the limit of a product whose one factor is 0 throughout. */
function timesEnd(a: End, b: End): End {
  if (typeof a !== 'string' && typeof b !== 'string') return a.mul(b)
  const sign = signOfEnd(a) * signOfEnd(b)
  return sign === 0 ? Rational.zero : sign < 0 ? 'below' : 'above'
}

function signOfEnd(end: End): number {
  return end === 'below' ? -1 : end === 'above' ? 1 : end.sign
}

/**
 * All quotients whose divisor is not 0: the smallest interval around them. Where the divisor can lie on both sides of 0, nothing is known.
 */
export function quotientOf(a: Interval, b: Interval): Interval {
  const isAbove = b.low !== undefined && b.low.sign >= 0
  const isBelow = b.high !== undefined && b.high.sign <= 0
  if (!isAbove && !isBelow) return everything
  if (b.low?.isZero && b.high?.isZero) return everything
  const inverse: Interval = isAbove ? inverseOf(b) : negated(inverseOf(negated(b)))
  return productOf(a, inverse)
}

/** The inverses of positive numbers; 0 as the lower end leaves the upper end open. */
function inverseOf({ low, high }: Interval): Interval {
  const one = Rational.one
  return { low: high ? one.div(high) : Rational.zero, high: low && !low.isZero ? one.div(low) : undefined }
}

export function absoluteOf(a: Interval): Interval {
  if (a.low && a.low.sign >= 0) return a
  if (a.high && a.high.sign <= 0) return negated(a)
  return { low: Rational.zero, high: a.low && a.high && (a.low.neg().compare(a.high) >= 0 ? a.low.neg() : a.high) }
}

export function smallestOf(all: readonly Interval[]): Interval {
  return all.reduce((a, b) => ({ low: a.low && b.low && lowest(a.low, b.low), high: lowest(a.high, b.high) }))
}

export function largestOf(all: readonly Interval[]): Interval {
  return negated(smallestOf(all.map(negated)))
}

/** The whole numbers in it. */
export function wholeIn({ low, high }: Interval): Interval {
  return { low: low?.ceil(), high: high?.floor() }
}

const digitsKept = 24

/** The same or a little wider, so that numbers stay short however long the chain of computations is. */
export function shortened(interval: Interval): Interval {
  const { low, high } = interval
  if ((low === undefined || low.small) && (high === undefined || high.small)) return interval
  return { low: low && roundedDown(low), high: high && roundedDown(high.neg()).neg() }
}

function roundedDown(value: Rational): Rational {
  if (value.small) return value
  const fraction = value.toFraction()
  const digits = digitsKept - (fraction.n.toString().length - fraction.d.toString().length)
  if (digits <= 0) return value.floor()
  const scale = 10n ** BigInt(digits)
  if (scale >= fraction.d) return value
  const scaled = fraction.s * fraction.n * scale
  const floor = scaled / fraction.d - (scaled % fraction.d < 0n ? 1n : 0n)
  return Rational.of(new Fraction(floor, scale))
}
