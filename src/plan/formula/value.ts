import type { Formula } from '../elements/formula.js'
import { daysBetween } from '../quantity/days.js'
import { rational, round, toExact } from '../quantity/exact.js'
import { periodAt, periodsIn, previousPeriod } from '../quantity/periods.js'
import type { Grain, Measurement, Window } from '../quantity/quantity.js'
import type { Rational } from '../quantity/rational.js'
import { toBase } from '../quantity/units.js'
import { isFormulaFunction } from './calls.js'
import type { CallFormula } from './problem.js'
import { bare, isTooDeep, namesIn, nodesOf } from './walk.js'

/** A number in base units; `unknown` where a part has no value, `none` where a division by zero leaves no result. */
export type Value = Rational | 'unknown' | 'none'

/** The series of values that a formula is computed on. */
export interface Series {
  /** The value of a number in a span, rolled up where that is possible. */
  readonly valueOf: (name: string, span: Window) => Value
  readonly grainOf: (name: string) => Grain | undefined
  /** Literals that the value leaves out. */
  readonly ignored: ReadonlySet<Formula>
}

/** Computes a formula exactly for one span. Where a division by zero leaves no result, it is `otherwise`. */
export function evaluate(formula: Formula, span: Window, otherwise: 'none' | Measurement | undefined, series: Series): Value {
  if (isTooDeep(formula)) return 'unknown'
  const value = partValue(formula, span, series)
  return value === 'none' && otherwise && otherwise !== 'none' ? rational(toBase(otherwise)) : value
}

function partValue(formula: Formula, span: Window, series: Series): Value {
  switch (formula.type) {
    case 'number':
      return series.ignored.has(formula) ? rational(1) : rational(toBase(formula.value))
    case 'name':
      return series.valueOf(formula.ref.name, span)
    case 'group':
      return partValue(formula.inner, span, series)
    case 'negate':
      return map(partValue(formula.operand, span, series), (value) => value.neg())
    case 'binary':
      return combine(formula.operator, partValue(formula.left, span, series), partValue(formula.right, span, series))
    case 'call':
      return callValue(formula, span, series)
  }
}

function map(value: Value, change: (value: Rational) => Value): Value {
  return typeof value === 'string' ? value : change(value)
}

function combine(operator: '+' | '-' | '*' | '/', a: Value, b: Value): Value {
  if (a === 'unknown' || b === 'unknown') return 'unknown'
  if (a === 'none' || b === 'none') return 'none'
  switch (operator) {
    case '+':
      return a.add(b)
    case '-':
      return a.sub(b)
    case '*':
      return a.mul(b)
    case '/':
      return b.isZero ? 'none' : a.div(b)
  }
}

function callValue(call: CallFormula, span: Window, series: Series): Value {
  const [first] = call.args
  if (!first || !isFormulaFunction(call.name)) return 'unknown'
  switch (call.name) {
    case 'abs':
      return map(partValue(first, span, series), (value) => value.abs())
    case 'round':
      return rounded(call, first, span, series)
    case 'previous':
      return before(first, span, series)
    case 'change':
      return combine('-', partValue(first, span, series), before(first, span, series))
    case 'growth': {
      const earlier = before(first, span, series)
      return combine('/', combine('-', partValue(first, span, series), earlier), earlier)
    }
    case 'cumulative':
      return 'unknown' // where it begins is nowhere written
    default: {
      const values = call.args.length > 1 ? call.args.map((arg) => partValue(arg, span, series)) : overTime(call, first, span, series)
      return aggregate(call.name, values)
    }
  }
}

function rounded(call: CallFormula, first: Formula, span: Window, series: Series): Value {
  const digits = call.args[1] ? bare(call.args[1]) : undefined
  const written = digits?.type === 'number' ? Number(digits.value.amount) : 0
  // a factor 100 that the value leaves out would have moved the point by two digits
  const isScaled = series.ignored.size > 0 && [...nodesOf(first)].some((node) => series.ignored.has(node))
  return map(partValue(first, span, series), (value) => rational(round(toExact(value), written + (isScaled ? 2 : 0))))
}

/** The values of an expression in the periods of its own grain that make up the span. */
function overTime(call: CallFormula, first: Formula, span: Window, series: Series): Value[] {
  const grain = grainIn(first, series)
  if (!grain || (call.name === 'sum' && bare(first).type === 'name')) return [partValue(first, span, series)]
  const periods = periodsIn(grain, span)
  return periods.length === 0 ? ['unknown'] : periods.map((period) => partValue(first, period, series))
}

function grainIn(formula: Formula, series: Series): Grain | undefined {
  for (const { name } of namesIn(formula)) {
    const grain = series.grainOf(name)
    if (grain) return grain
  }
  return undefined
}

function before(formula: Formula, span: Window, series: Series): Value {
  const grain = spanGrain(span)
  return grain ? partValue(formula, previousPeriod({ grain, start: span.start }), series) : 'unknown'
}

/** The grain of which a span is one period. */
export function spanGrain(span: Window): Grain | undefined {
  const days = daysBetween(span.start, span.end) + 1
  const likely: Grain = days === 1 ? 'day' : days === 7 ? 'week' : days <= 31 ? 'month' : days <= 92 ? 'quarter' : 'year'
  const period = periodAt(likely, span.start)
  return period.start === span.start && period.end === span.end ? likely : undefined
}

function aggregate(name: 'sum' | 'average' | 'median' | 'last' | 'min' | 'max', all: readonly Value[]): Value {
  if (all.includes('unknown')) return 'unknown'
  if (all.includes('none')) return 'none'
  const values = all.filter((value) => typeof value !== 'string')
  const sorted = values.toSorted((a, b) => a.compare(b))
  const middle = sorted.length >> 1
  const [low, high, last] = [sorted[0], sorted.at(-1), values.at(-1)]
  if (!low || !high || !last) return 'unknown'
  const total = values.reduce((sum, value) => sum.add(value), rational(0))
  switch (name) {
    case 'sum':
      return total
    case 'average':
      return total.div(values.length)
    case 'median':
      return sorted.length % 2 === 1 ? (sorted[middle] ?? 'unknown') : (sorted[middle - 1] ?? low).add(sorted[middle] ?? high).div(2)
    case 'last':
      return last
    case 'min':
      return low
    case 'max':
      return high
  }
}
