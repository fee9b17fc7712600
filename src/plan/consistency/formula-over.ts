import type { Formula } from '../elements/formula.js'
import { isFormulaFunction } from '../formula/calls.js'
import type { CallFormula } from '../formula/problem.js'
import { spanGrain } from '../formula/value.js'
import { bare, isTooDeep, namesIn, nodesOf } from '../formula/walk.js'
import type { Plan } from '../model/plan.js'
import { type NumberFacts, numbers } from '../numbers/numbers.js'
import { rational } from '../quantity/exact.js'
import { periodAt, periodsIn, previousPeriod } from '../quantity/periods.js'
import type { Window } from '../quantity/quantity.js'
import { Rational } from '../quantity/rational.js'
import { toBase } from '../quantity/units.js'
import type { Expression } from './expression.js'

/** Functions over more periods than this are left out. */
const mostPeriods = 60
const operations = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const

/** Gives the variable of a number in a span. */
export type VariableOf = (name: string, span: Window) => number

/**
 * The formula of a number as an expression over the variables of its parts, for one span. Undefined where it holds something whose value
 * cannot be told, such as `cumulative`.
 */
export function formulaOver(plan: Plan, facts: NumberFacts, formula: Formula, span: Window, variable: VariableOf): Expression | undefined {
  if (isTooDeep(formula)) return undefined
  const at = (node: Formula, window: Window): Expression | undefined => {
    switch (node.type) {
      case 'number':
        return { type: 'constant', value: facts.ignoredFactors.has(node) ? Rational.one : rational(toBase(node.value)) }
      case 'name':
        return numbers(plan).get(node.ref.name) && { type: 'variable', variable: variable(node.ref.name, window) }
      case 'group':
        return at(node.inner, window)
      case 'negate': {
        const operand = at(node.operand, window)
        return operand && { type: 'negate', operand }
      }
      case 'binary': {
        const left = at(node.left, window)
        const right = at(node.right, window)
        return left && right && { type: operations[node.operator], left, right }
      }
      case 'call':
        return callOver(plan, facts, node, window, at)
    }
  }
  return at(formula, span)
}

type At = (node: Formula, window: Window) => Expression | undefined

function callOver(plan: Plan, facts: NumberFacts, call: CallFormula, window: Window, at: At): Expression | undefined {
  const [first] = call.args
  if (!first || !isFormulaFunction(call.name)) return undefined
  switch (call.name) {
    case 'abs': {
      const operand = at(first, window)
      return operand && { type: 'absolute', operand }
    }
    case 'round': {
      const operand = at(first, window)
      const digits = call.args[1] ? bare(call.args[1]) : undefined
      const written = digits?.type === 'number' ? Number(digits.value.amount) : 0
      // a factor 100 that the value leaves out would have moved the point by two digits
      const isScaled = facts.ignoredFactors.size > 0 && [...nodesOf(first)].some((node) => facts.ignoredFactors.has(node))
      return operand && { type: 'round', operand, decimals: written + (isScaled ? 2 : 0) }
    }
    case 'previous':
    case 'change':
    case 'growth':
      return changeOver(call.name, first, window, at)
    case 'cumulative':
      return undefined
    default: {
      const operands = call.args.length > 1 ? call.args.map((arg) => at(arg, window)) : overTime(plan, call, first, window, at)
      const known = operands.filter((operand) => operand !== undefined)
      return known.length === operands.length ? aggregate(call.name, known) : undefined
    }
  }
}

function changeOver(name: 'previous' | 'change' | 'growth', first: Formula, window: Window, at: At): Expression | undefined {
  const grain = spanGrain(window)
  const now = at(first, window)
  const before = grain && at(first, previousPeriod({ grain, start: window.start }))
  if (!now || !before || name === 'previous') return before
  const change: Expression = { type: 'subtract', left: now, right: before }
  return name === 'change' ? change : { type: 'divide', left: change, right: before }
}

/** An expression in each of the periods of its own grain that make up a span. */
function overTime(plan: Plan, call: CallFormula, first: Formula, window: Window, at: At): readonly (Expression | undefined)[] {
  const grain = namesIn(first).flatMap(({ name }) => numbers(plan).get(name)?.grain ?? [])[0]
  if (!grain || (call.name === 'sum' && bare(first).type === 'name')) return [at(first, window)]
  const periods = periodsIn(grain, window)
  if (periods.length === 0 || periods.length > mostPeriods) return [undefined]
  return periods.map((period) => at(first, period))
}

function aggregate(name: 'sum' | 'average' | 'median' | 'last' | 'min' | 'max', operands: readonly Expression[]): Expression | undefined {
  const [first, ...more] = operands
  const last = operands.at(-1)
  if (!first || !last) return undefined
  switch (name) {
    case 'last':
      return last
    case 'min':
      return { type: 'smallest', operands }
    case 'max':
      return { type: 'largest', operands }
    case 'median':
      return { type: 'median', operands }
    default: {
      const total = more.reduce((left, right): Expression => ({ type: 'add', left, right }), first)
      if (name === 'sum') return total
      return { type: 'divide', left: total, right: { type: 'constant', value: Rational.of(operands.length) } }
    }
  }
}

/**
 * True when a number's value over a span comes from its formula on the values of its parts over the same span: in one of its own periods
 * always; over longer spans for quotients (the ratio of sums), for sums and differences of what adds up, and for what adds up times a quotient.
 */
export function isComputedOver(plan: Plan, facts: NumberFacts, formula: Formula, span: Window): boolean {
  if (!facts.grain || isPeriod(facts, span) || facts.isQuotient) return true
  return facts.additivity === 'additive' && addsUp(plan, formula)
}

function isPeriod({ grain }: NumberFacts, span: Window): boolean {
  if (!grain) return false
  const period = periodAt(grain, span.start)
  return period.start === span.start && period.end === span.end
}

function addsUp(plan: Plan, formula: Formula): boolean {
  const node = bare(formula)
  switch (node.type) {
    case 'name':
      return numbers(plan).get(node.ref.name)?.additivity === 'additive'
    case 'negate':
      return addsUp(plan, node.operand)
    case 'binary': {
      if (node.operator === '+' || node.operator === '-') return addsUp(plan, node.left) && addsUp(plan, node.right)
      if (node.operator === '*' && addsUp(plan, node.right) && isFactor(plan, node.left)) return true
      return addsUp(plan, node.left) && isFactor(plan, node.right)
    }
    default:
      return false
  }
}

/** A constant, or a quotient, which over a longer span is the ratio of sums. */
function isFactor(plan: Plan, formula: Formula): boolean {
  return namesIn(formula).every(({ name }) => {
    const facts = numbers(plan).get(name)
    return facts?.isConstant || facts?.isQuotient
  })
}
