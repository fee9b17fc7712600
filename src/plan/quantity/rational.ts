import Fraction from 'fraction.js'

/**
 * An exact rational number, reduced, with a positive denominator. While both parts stay below 2^53 they are plain numbers, which is some
 * thirty times faster than BigInt; beyond that the number is kept as a `Fraction`.
 */
export class Rational {
  /** The small form; NaN where `large` holds the number. */
  private readonly n: number
  private readonly d: number
  private readonly large: Fraction | undefined

  private constructor(n: number, d: number, large: Fraction | undefined) {
    this.n = n
    this.d = d
    this.large = large
  }

  static readonly zero = new Rational(0, 1, undefined)
  static readonly one = new Rational(1, 1, undefined)

  /** Throws on anything that is no number. */
  static of(value: number | bigint | string | Fraction): Rational {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return new Rational(value + 0, 1, undefined) // -0 becomes 0
    if (typeof value === 'string') return smallIn(value) ?? Rational.ofLarge(new Fraction(value))
    return Rational.ofLarge(new Fraction(value))
  }

  /** The quotient of two whole numbers; the divisor must not be 0. */
  static quotient(n: number, d: number): Rational {
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0) return Rational.ofLarge(new Fraction(n).div(d))
    if (d === 1) return new Rational(n + 0, 1, undefined)
    const shared = greatestDivisor(n, d) * (d < 0 ? -1 : 1)
    return new Rational(n / shared + 0, d / shared, undefined)
  }

  private static ofLarge(value: Fraction): Rational {
    const n = Number(value.s * value.n)
    const d = Number(value.d)
    return Number.isSafeInteger(n) && Number.isSafeInteger(d) ? new Rational(n, d, undefined) : new Rational(Number.NaN, Number.NaN, value)
  }

  /** The number in the form that has no bounds. */
  toFraction(): Fraction {
    return this.large ?? new Fraction(this.n, this.d)
  }

  get isZero(): boolean {
    return this.n === 0
  }

  get isWhole(): boolean {
    return this.large ? this.large.d === 1n : this.d === 1
  }

  /** Numerator and denominator where both are below 2^53. */
  get small(): { readonly n: number; readonly d: number } | undefined {
    return this.large ? undefined : { n: this.n, d: this.d }
  }

  add(other: Rational | number): Rational {
    const to = typeof other === 'number' ? Rational.of(other) : other
    const isAlike = this.d === to.d
    if (isAlike && this.d === 1 && Number.isSafeInteger(this.n + to.n)) return new Rational(this.n + to.n, 1, undefined)
    const n = isAlike ? this.n + to.n : this.n * to.d + to.n * this.d
    const d = isAlike ? this.d : this.d * to.d
    return isExact(n, d) ? Rational.quotient(n, d) : Rational.ofLarge(this.toFraction().add(to.toFraction()))
  }

  sub(other: Rational | number): Rational {
    return this.add(typeof other === 'number' ? -other : other.neg())
  }

  mul(other: Rational | number): Rational {
    const by = typeof other === 'number' ? Rational.of(other) : other
    const n = this.n * by.n
    const d = this.d * by.d
    if (d === 1 && Number.isSafeInteger(n)) return new Rational(n + 0, 1, undefined) // -0 becomes 0
    return isExact(n, d) ? Rational.quotient(n, d) : Rational.ofLarge(this.toFraction().mul(by.toFraction()))
  }

  /** Throws on a division by 0. */
  div(other: Rational | number): Rational {
    const by = typeof other === 'number' ? Rational.of(other) : other
    const n = this.n * by.d
    const d = this.d * by.n
    return isExact(n, d) ? Rational.quotient(n, d) : Rational.ofLarge(this.toFraction().div(by.toFraction()))
  }

  neg(): Rational {
    return this.large ? new Rational(Number.NaN, Number.NaN, this.large.neg()) : new Rational(0 - this.n, this.d, undefined)
  }

  abs(): Rational {
    return this.sign < 0 ? this.neg() : this
  }

  get sign(): -1 | 0 | 1 {
    if (this.large) return this.large.s < 0n ? -1 : 1
    return this.n < 0 ? -1 : this.n > 0 ? 1 : 0
  }

  compare(other: Rational | number): -1 | 0 | 1 {
    const to = typeof other === 'number' ? Rational.of(other) : other
    const isAlike = this.d === to.d
    const left = isAlike ? this.n : this.n * to.d
    const right = isAlike ? to.n : to.n * this.d
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : left > right ? 1 : 0
    const order = this.toFraction().compare(to.toFraction())
    return order < 0 ? -1 : order > 0 ? 1 : 0
  }

  /** The largest whole number that is not above. */
  floor(): Rational {
    if (this.large) return Rational.ofLarge(this.large.floor())
    return this.d === 1 ? this : new Rational(wholeBelow(this.n, this.d), 1, undefined)
  }

  /** The smallest whole number that is not below. */
  ceil(): Rational {
    return this.neg().floor().neg()
  }

  /** The nearest whole number, of two the higher one. */
  round(): Rational {
    return this.d === 1 ? this : this.add(Rational.quotient(1, 2)).floor()
  }

  /** The nearest binary float. */
  valueOf(): number {
    return this.large ? this.large.valueOf() : this.n / this.d
  }
}

function isExact(n: number, d: number): boolean {
  return d !== 0 && Number.isSafeInteger(n) && Number.isSafeInteger(d)
}

/** The quotient rounded down; the division is exact since the rest is taken off before. */
function wholeBelow(n: number, d: number): number {
  const rest = n % d
  return (n - (rest < 0 ? rest + d : rest)) / d + 0
}

/** Of two whole numbers, as a positive number. */
function greatestDivisor(a: number, b: number): number {
  let left = Math.abs(a)
  let right = Math.abs(b)
  while (right !== 0) {
    const rest = left % right
    left = right
    right = rest
  }
  return left
}

const zero = 48
const mostDigits = 15

/** Reads `12`, `-0.5` and `2/3` of at most 15 digits; undefined for everything else. */
function smallIn(text: string): Rational | undefined {
  let position = text.charCodeAt(0) === 45 ? 1 : 0 // -
  const isNegative = position === 1
  const parts = [0, 0]
  const digits = [0, 0]
  let part = 0
  let separator = 0
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position)
    const digit = code - zero
    if (digit >= 0 && digit <= 9) {
      parts[part] = (parts[part] ?? 0) * 10 + digit
      digits[part] = (digits[part] ?? 0) + 1
      continue
    }
    if (part === 1 || (code !== 46 && code !== 47)) return undefined // . /
    separator = code
    part = 1
  }
  const [first = 0, second = 0] = parts
  const [before = 0, behind = 0] = digits
  if (before === 0 || before + behind > mostDigits || (separator !== 0 && behind === 0)) return undefined
  if (separator === 47) return second === 0 ? undefined : Rational.quotient(isNegative ? -first : first, second)
  const scale = 10 ** behind
  const n = first * scale + second
  return Rational.quotient(isNegative ? -n : n, scale)
}
