import type { Rational } from '../quantity/rational.js'
import { type Expression, revise } from './expression.js'
import { everything, type Interval, intersect, isEmpty, shortened, wholeIn } from './interval.js'

/** `result = expression`, or `otherwise` where a divisor is 0. */
export interface Equation {
  readonly result: number
  readonly expression: Expression
  readonly otherwise: Rational | undefined
  /** Every variable in it, the result included, each once. */
  readonly variables: readonly number[]
}

/** Variables with what holds for them always, and the equations between them. */
export interface Network {
  readonly domains: readonly Interval[]
  /** Only whole numbers fit. */
  readonly whole: readonly boolean[]
  readonly equations: readonly Equation[]
  /** The equations that a variable stands in, by its number. */
  readonly equationsOf: readonly (readonly number[])[]
}

/** Something that the plan says of a variable. */
export interface Statement {
  readonly variable: number
  readonly interval: Interval
  /** The variable has a value for certain; a limit holds for those alone that it may have. */
  readonly hasValue: boolean
}

/** Why an interval is as narrow as it is: a statement, or other intervals from which it follows. */
export interface Reason<S> {
  readonly statement: S | undefined
  readonly from: readonly Reason<S>[]
}

export interface Propagated<S> {
  readonly of: (variable: number) => Interval
  /** Why nothing is left of a variable; undefined where every variable has values. */
  readonly contradiction: Reason<S> | undefined
}

/** Formulas settle after a few rounds; narrowing a variable more often than this only nears a limit that it never reaches. */
const mostNarrowings = 16

/**
 * Narrows all variables by all statements and equations until nothing changes (interval constraint propagation). What it excludes is
 * impossible; what it leaves need not be possible. With `isNominal` counts need not be whole, for the values in a message.
 * Cost: linear in the size of the equations that statements lead to, times a small number of rounds.
 */
export function propagate<S extends Statement>(network: Network, statements: readonly S[], isNominal = false): Propagated<S> {
  const known = new Map<number, Interval>()
  const reasons = new Map<number, Reason<S>>()
  const narrowings = new Map<number, number>()
  const waiting: number[] = []
  const isWaiting = new Set<number>()
  const valued = new Set(statements.filter(({ hasValue }) => hasValue).map(({ variable }) => variable))
  let contradiction: Reason<S> | undefined

  const of = (variable: number): Interval => known.get(variable) ?? network.domains[variable] ?? everything
  const narrow = (variable: number, to: Interval, reason: () => Reason<S>): void => {
    if (contradiction) return
    const before = of(variable)
    const count = narrowings.get(variable) ?? 0
    const within = intersect(before, to)
    const after = shortened(network.whole[variable] && !isNominal ? wholeIn(within) : within)
    if (after.low === before.low && after.high === before.high) return
    if (!isTighter(after, before) || (count >= mostNarrowings && !isEmpty(after))) return
    const why = reason()
    known.set(variable, after)
    reasons.set(variable, why)
    narrowings.set(variable, count + 1)
    if (isEmpty(after)) contradiction = why
    for (const equation of network.equationsOf[variable] ?? [])
      if (!isWaiting.has(equation)) {
        isWaiting.add(equation)
        waiting.push(equation)
      }
  }

  for (const [number, { variables }] of network.equations.entries()) if (variables.length === 1) waiting.push(number)
  for (const statement of statements) {
    const before = reasons.get(statement.variable)
    narrow(statement.variable, statement.interval, () => ({ statement, from: before ? [before] : [] }))
  }
  for (let at = 0; at < waiting.length && !contradiction; at++) {
    const number = waiting[at] ?? 0
    isWaiting.delete(number)
    const equation = network.equations[number]
    if (!equation) continue
    const why = () => ({ statement: undefined, from: equation.variables.flatMap((variable) => reasons.get(variable) ?? []) })
    revise(equation.expression, equation.result, equation.otherwise, valued.has(equation.result), of, (variable, to) =>
      narrow(variable, to, why),
    )
  }
  return { of, contradiction }
}

function isTighter(after: Interval, before: Interval): boolean {
  const low = after.low !== undefined && (before.low === undefined || after.low.compare(before.low) > 0)
  const high = after.high !== undefined && (before.high === undefined || after.high.compare(before.high) < 0)
  return low || high
}

/** The statements that a reason rests on, each once. */
function statementsIn<S>(reason: Reason<S>): S[] {
  const seen = new Set<Reason<S>>([reason])
  const found = new Set<S>()
  const waiting = [reason]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.statement !== undefined) found.add(next.statement)
    for (const one of next.from)
      if (!seen.has(one)) {
        seen.add(one)
        waiting.push(one)
      }
  }
  return [...found]
}

/**
 * A smallest set of contradicting statements: without any of them the others allow common values. Undefined where all do.
 * The order decides which of several sets it is: later statements are dropped first.
 * U. Junker, "QuickXplain", 2004: about k · log(n / k) propagations for k of n statements.
 */
export function smallestContradiction<S extends Statement>(network: Network, statements: readonly S[]): readonly S[] | undefined {
  const { contradiction } = propagate(network, statements)
  if (!contradiction) return undefined
  const involved = new Set(statementsIn(contradiction))
  const candidates = statements.filter((one) => involved.has(one))
  const isPossible = (some: readonly S[]): boolean => propagate(network, some).contradiction === undefined
  const explain = (background: readonly S[], isGrown: boolean, from: readonly S[]): readonly S[] => {
    if (isGrown && !isPossible(background)) return []
    if (from.length <= 1) return from
    const half = from.length >> 1
    const [first, second] = [from.slice(0, half), from.slice(half)]
    const ofSecond = explain([...background, ...first], first.length > 0, second)
    const ofFirst = explain([...background, ...ofSecond], ofSecond.length > 0, first)
    return [...ofFirst, ...ofSecond]
  }
  return isPossible(candidates) ? undefined : explain([], false, candidates)
}
