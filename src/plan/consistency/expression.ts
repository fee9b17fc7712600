import { rational, round, toExact } from '../quantity/exact.js'
import { Rational } from '../quantity/rational.js'
import {
  absoluteOf,
  contains,
  differenceOf,
  everything,
  hull,
  type Interval,
  intersect,
  isEmpty,
  largestOf,
  negated,
  point,
  productOf,
  quotientOf,
  smallestOf,
  sumOf,
} from './interval.js'

/** An expression over variables, which are numbered. */
export type Expression =
  | { readonly type: 'constant'; readonly value: Rational }
  | { readonly type: 'variable'; readonly variable: number }
  | Signed
  | { readonly type: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Expression; readonly right: Expression }
  | Rounded
  | { readonly type: 'smallest' | 'largest' | 'median'; readonly operands: readonly Expression[] }

interface Signed {
  readonly type: 'negate' | 'absolute'
  readonly operand: Expression
}

interface Rounded {
  readonly type: 'round'
  readonly operand: Expression
  readonly decimals: number
}

/** The expression's value, and that of its parts, as far as the variables are known. */
interface Valued {
  readonly expression: Expression
  readonly value: Interval
  readonly parts: readonly Valued[]
}

/**
 * Narrows the variables of `variable = expression`: forward from the variables to the result, then back from the result to each variable
 * (hull consistency, HC4-revise; F. Benhamou and others, "Revising hull and box consistency", 1999). `read` gives what is known of a
 * variable, `narrow` takes what has to hold for it besides. Where a divisor can be 0 the result may also be `otherwise`; without that it may
 * have no value, and nothing follows unless `hasValue`.
 */
export function revise(
  expression: Expression,
  result: number,
  otherwise: Rational | undefined,
  hasValue: boolean,
  read: (variable: number) => Interval,
  narrow: (variable: number, to: Interval) => void,
): void {
  const valued = forward(expression, read)
  const isUndefined = canDivideByZero(valued)
  if (isUndefined && otherwise === undefined && !hasValue) return
  const isElse = otherwise !== undefined && isUndefined
  narrow(result, isElse ? hull(valued.value, point(otherwise)) : valued.value)
  const known = read(result)
  if (isElse && (isEmpty(known) || contains(known, otherwise))) return
  backward(valued, known, narrow)
}

function canDivideByZero({ expression, parts }: Valued): boolean {
  const [, divisor] = parts
  if (expression.type === 'divide' && divisor && contains(divisor.value, Rational.zero)) return true
  return parts.some(canDivideByZero)
}

function forward(expression: Expression, read: (variable: number) => Interval): Valued {
  switch (expression.type) {
    case 'constant':
      return { expression, value: point(expression.value), parts: [] }
    case 'variable':
      return { expression, value: read(expression.variable), parts: [] }
    case 'negate':
    case 'absolute':
    case 'round': {
      const operand = forward(expression.operand, read)
      return { expression, value: unary(expression, operand.value), parts: [operand] }
    }
    case 'smallest':
    case 'largest':
    case 'median': {
      const parts = expression.operands.map((operand) => forward(operand, read))
      return {
        expression,
        value: ofSeveral(
          expression.type,
          parts.map(({ value }) => value),
        ),
        parts,
      }
    }
    default: {
      const left = forward(expression.left, read)
      const right = forward(expression.right, read)
      return { expression, value: binary(expression.type, left.value, right.value), parts: [left, right] }
    }
  }
}

function unary(expression: Signed | Rounded, value: Interval): Interval {
  if (expression.type !== 'round') return expression.type === 'negate' ? negated(value) : absoluteOf(value)
  const rounded = (end: Rational) => rational(round(toExact(end), expression.decimals))
  return { low: value.low && rounded(value.low), high: value.high && rounded(value.high) }
}

function ofSeveral(type: 'smallest' | 'largest' | 'median', values: readonly Interval[]): Interval {
  if (values.length === 0) return everything
  if (type === 'smallest') return smallestOf(values)
  if (type === 'largest') return largestOf(values)
  // the median grows with each of its values, so its ends are the medians of theirs
  return { low: medianOf(values.map(({ low }) => low)), high: medianOf(values.map(({ high }) => high)) }
}

function medianOf(ends: readonly (Rational | undefined)[]): Rational | undefined {
  const known = ends.filter((end) => end !== undefined)
  if (known.length < ends.length) return undefined
  const sorted = known.toSorted((a, b) => a.compare(b))
  const middle = sorted.length >> 1
  const [below, above] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 || !below || !above ? above : below.add(above).div(2)
}

function binary(type: 'add' | 'subtract' | 'multiply' | 'divide', a: Interval, b: Interval): Interval {
  switch (type) {
    case 'add':
      return sumOf(a, b)
    case 'subtract':
      return differenceOf(a, b)
    case 'multiply':
      return productOf(a, b)
    case 'divide':
      return quotientOf(a, b)
  }
}

function backward({ expression, value, parts }: Valued, wanted: Interval, narrow: (variable: number, to: Interval) => void): void {
  const result = intersect(value, wanted)
  const [first, second] = parts
  switch (expression.type) {
    case 'constant':
      return
    case 'variable':
      narrow(expression.variable, result)
      return
    case 'negate':
      if (first) backward(first, negated(result), narrow)
      return
    case 'absolute':
      if (first) backward(first, { low: result.high?.neg(), high: result.high }, narrow)
      return
    case 'round':
      if (first) backward(first, beforeRounding(result, expression.decimals), narrow)
      return
    case 'smallest':
      for (const part of parts) backward(part, { low: result.low, high: undefined }, narrow)
      return
    case 'largest':
      for (const part of parts) backward(part, { low: undefined, high: result.high }, narrow)
      return
    case 'median':
      return
    default:
      if (!first || !second) return
      for (const [part, back] of inverses(expression.type, result, first.value, second.value).entries())
        backward(part === 0 ? first : second, back, narrow)
  }
}

/** What the operands of an operation have to be for its result. */
function inverses(
  type: 'add' | 'subtract' | 'multiply' | 'divide',
  result: Interval,
  left: Interval,
  right: Interval,
): readonly [Interval, Interval] {
  switch (type) {
    case 'add':
      return [differenceOf(result, right), differenceOf(result, left)]
    case 'subtract':
      return [sumOf(result, right), differenceOf(left, result)]
    case 'multiply':
      return [factorOf(result, right), factorOf(result, left)]
    case 'divide':
      return [productOf(result, right), factorOf(left, result)]
  }
}

/** What a factor has to be for a product; where the other one may be 0 and the product too, it may be anything. */
function factorOf(product: Interval, other: Interval): Interval {
  return contains(other, Rational.zero) && contains(product, Rational.zero) ? everything : quotientOf(product, other)
}

function beforeRounding({ low, high }: Interval, decimals: number): Interval {
  const half = Rational.of(1)
    .div(Rational.of(10n ** BigInt(Math.max(decimals, 0))))
    .mul(Rational.of(10n ** BigInt(Math.max(-decimals, 0))))
    .div(2)
  return { low: low?.sub(half), high: high?.add(half) }
}

/** The variables of an expression, in order, some more than once. */
export function variablesIn(expression: Expression): readonly number[] {
  switch (expression.type) {
    case 'constant':
      return []
    case 'variable':
      return [expression.variable]
    case 'negate':
    case 'absolute':
    case 'round':
      return variablesIn(expression.operand)
    case 'smallest':
    case 'largest':
    case 'median':
      return expression.operands.flatMap(variablesIn)
    default:
      return [...variablesIn(expression.left), ...variablesIn(expression.right)]
  }
}
