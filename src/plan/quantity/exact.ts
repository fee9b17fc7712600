import Fraction from 'fraction.js'
import type { Exact } from './quantity.js'
import { Rational } from './rational.js'

type Numeric = Exact | number | bigint

/** Numbers of the plans at hand; a plan has few different ones and reads them often. */
const known = new Map<Exact, Rational>()
const mostRemembered = 20_000

/** For loops that compute much: the rational number itself, which spares the round trip through text. Throws on anything that is no number. */
export function rational(value: Numeric): Rational {
  if (typeof value !== 'string') return Rational.of(value)
  const read = known.get(value)
  if (read) return read
  const fresh = Rational.of(value)
  if (known.size >= mostRemembered) known.clear()
  known.set(value, fresh)
  return fresh
}

/** A rational number as `Exact`. */
export function toExact(value: Rational): Exact {
  const { small } = value
  return (small && smallText(small.n, small.d)) ?? largeText(value.toFraction())
}

/** The text of a small number; undefined where its decimals would need more than a plain number holds. */
function smallText(n: number, d: number): Exact | undefined {
  if (d === 1) return String(n)
  let rest = d
  let twos = 0
  let fives = 0
  for (; rest % 2 === 0; rest /= 2) twos++
  for (; rest % 5 === 0; rest /= 5) fives++
  if (rest !== 1) return `${n}/${d}`
  const digits = Math.max(twos, fives)
  const scaled = Math.abs(n) * (10 ** digits / d)
  if (digits > 15 || !Number.isSafeInteger(scaled)) return undefined
  const text = String(scaled).padStart(digits + 1, '0')
  return `${n < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function largeText(value: Fraction): Exact {
  const sign = value.s < 0n ? '-' : ''
  if (value.d === 1n) return `${sign}${value.n}`
  const digits = decimalPlaces(value.d)
  if (digits === undefined) return `${sign}${value.n}/${value.d}`
  const scaled = ((value.n * 10n ** BigInt(digits)) / value.d).toString().padStart(digits + 1, '0')
  return `${sign}${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`
}

/** Digits behind the point that a reduced denominator needs, or undefined where it does not end within 30. */
function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n && twos <= 30; rest /= 2n) twos++
  for (; rest % 5n === 0n && fives <= 30; rest /= 5n) fives++
  const digits = Math.max(twos, fives)
  return rest === 1n && digits <= 30 ? digits : undefined
}

/** The canonical text of a number: no superfluous zeros, fractions reduced. Throws on anything that is no number. */
export function exact(value: Numeric): Exact {
  return toExact(rational(value))
}

export function add(a: Exact, b: Exact): Exact {
  return toExact(rational(a).add(rational(b)))
}

export function subtract(a: Exact, b: Exact): Exact {
  return toExact(rational(a).sub(rational(b)))
}

export function multiply(a: Exact, b: Exact): Exact {
  return toExact(rational(a).mul(rational(b)))
}

/** The quotient, or undefined when the divisor is 0. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  const divisor = rational(b)
  return divisor.isZero ? undefined : toExact(rational(a).div(divisor))
}

export function negate(a: Exact): Exact {
  return toExact(rational(a).neg())
}

export function absolute(a: Exact): Exact {
  return toExact(rational(a).abs())
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  return rational(a).compare(rational(b))
}

export function signOf(a: Exact): -1 | 0 | 1 {
  return rational(a).sign
}

export function isZero(a: Exact): boolean {
  return rational(a).isZero
}

export function isWhole(a: Exact): boolean {
  return rational(a).isWhole
}

/** The sum; 0 for none. */
export function sum(values: Iterable<Exact>): Exact {
  let total = Rational.zero
  for (const value of values) total = total.add(rational(value))
  return toExact(total)
}

/** The smallest, or undefined for none. */
export function minimum(values: Iterable<Exact>): Exact | undefined {
  let best: Exact | undefined
  for (const value of values) if (best === undefined || compare(value, best) < 0) best = value
  return best === undefined ? undefined : exact(best)
}

/** The largest, or undefined for none. */
export function maximum(values: Iterable<Exact>): Exact | undefined {
  let best: Exact | undefined
  for (const value of values) if (best === undefined || compare(value, best) > 0) best = value
  return best === undefined ? undefined : exact(best)
}

/** 10 to the power of a whole number: 0.01 for -2. */
export function powerOfTen(exponent: number): Exact {
  return exponent < 0 ? exact(`1/${10n ** BigInt(-exponent)}`) : String(10n ** BigInt(exponent))
}

/** Rounds to that many digits behind the point, halves away from zero; negative digits round to tens, hundreds. */
export function round(value: Exact, decimals: number): Exact {
  return toExact(Rational.of(roundFraction(rational(value).toFraction(), decimals)))
}

function roundFraction(value: Fraction, decimals: number): Fraction {
  const power = 10n ** BigInt(Math.abs(decimals))
  const [numerator, denominator] = decimals >= 0 ? [value.n * power, value.d] : [value.n, value.d * power]
  const whole = (2n * numerator + denominator) / (2n * denominator)
  const rounded = decimals >= 0 ? new Fraction(whole, power) : new Fraction(whole * power)
  return value.s < 0n ? rounded.neg() : rounded
}

/** A binary float, for drawing only. */
export function toNumber(value: Exact): number {
  return rational(value).valueOf()
}

/**
 * A number for people: `12 000`, `0.6`, `16.67`. With `decimals` exactly that many digits behind the point; else all of them up to six,
 * and longer ones rounded half up: to two digits from 1 on, to three significant digits below.
 */
export function formatExact(value: Exact, decimals?: number): string {
  const number = rational(value).toFraction()
  const own = decimalPlaces(number.d)
  const digits = decimals ?? (own !== undefined && own <= 6 ? own : roundedDigits(number))
  const rounded = roundFraction(number, digits)
  const scaled = (rounded.n * 10n ** BigInt(digits)) / rounded.d
  const text = scaled.toString().padStart(digits + 1, '0')
  const whole = digits === 0 ? text : text.slice(0, -digits)
  const part = digits === 0 ? '' : text.slice(-digits)
  const shown = decimals === undefined ? part.replace(/0+$/, '') : part
  const sign = rounded.s < 0n && rounded.n !== 0n ? '-' : ''
  return `${sign}${grouped(whole)}${shown ? `.${shown}` : ''}`
}

function roundedDigits(value: Fraction): number {
  if (value.n >= value.d) return 2
  let digits = 2
  for (let scaled = value.n; scaled < value.d && digits < 30; scaled *= 10n) digits++
  return digits
}

function grouped(whole: string): string {
  return whole.length <= 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ' ')
}
