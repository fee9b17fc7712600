import type { Metric } from '../elements/elements.js'
import type { Formula } from '../elements/formula.js'
import { compare, exact, isZero } from '../quantity/exact.js'
import { currencyOf, divideUnits, isBareCount, multiplyUnits, pointsUnit, sameDimension } from '../quantity/units.js'
import { type CallHost, callType } from './calls.js'
import { findPercentFactors } from './factors.js'
import type { BinaryFormula, FormulaProblem } from './problem.js'
import type { TypingScope } from './type.js'
import { combineBases, compareGrains, type FormulaType, fitsDeclared, literalType, unknownType } from './type.js'
import { bare, isTooDeep } from './walk.js'
import { isZeroByCalculation } from './zero.js'

/** A typed formula with what is wrong in it. */
export interface Typing {
  readonly type: FormulaType
  readonly problems: readonly FormulaProblem[]
  /** Literals `100` that only say "in percent" and are left out of the value. */
  readonly ignoredFactors: ReadonlySet<Formula>
}

/** Computes unit, grain and additivity of a metric's formula bottom up; one finding an operator, whose result is then unknown. */
export function typeFormula(metric: Metric, formula: Formula, scope: TypingScope): Typing {
  const problems: FormulaProblem[] = []
  if (isTooDeep(formula)) return { type: unknownType, problems, ignoredFactors: new Set() }
  const types = new Map<Formula, FormulaType>()
  const report = (problem: FormulaProblem) => problems.push(problem)
  const visit = (node: Formula): FormulaType => {
    const type = typeOf(node)
    types.set(node, type)
    return type
  }
  const host: CallHost = { visit, report, scope, addends: (node, parts, role) => addends(node, parts, role, report, scope) }
  const typeOf = (node: Formula): FormulaType => {
    switch (node.type) {
      case 'number':
        return literalType(node.value.unit)
      case 'name':
        return scope.typeOf(node.ref)
      case 'group':
        return visit(node.inner)
      case 'negate':
        return visit(node.operand)
      case 'call':
        return callType(node, host)
      case 'binary':
        return binaryType(node, visit(node.left), visit(node.right), report, scope)
    }
  }
  const type = visit(formula)
  const { found, ignored, hasDouble } = findPercentFactors(metric, formula, (node) => types.get(node) ?? unknownType)
  problems.push(...found)
  const declared = metric.in?.unit
  if (declared && !hasDouble && type.unit && !fitsDeclared(type, declared))
    report({ code: 'formula/declared-unit-mismatch', unit: type.unit })
  return { type, problems, ignoredFactors: ignored }
}

function binaryType(
  node: BinaryFormula,
  left: FormulaType,
  right: FormulaType,
  report: (problem: FormulaProblem) => void,
  scope: TypingScope,
): FormulaType {
  if (node.operator === '+' || node.operator === '-')
    return addends(
      node,
      [
        [node.left, left],
        [node.right, right],
      ],
      node.operator,
      report,
      scope,
    )
  return node.operator === '*' ? product(node, left, right, report) : quotient(node, left, right, report)
}

type Report = (problem: FormulaProblem) => void
type Operand = readonly [Formula, FormulaType]

/** The type of a sum, a difference, or the arguments of `min` and `max`, which all need equal units and grains. */
function addends(node: Formula, operands: readonly Operand[], role: '+' | '-' | 'choice', report: Report, scope: TypingScope): FormulaType {
  const [first, ...rest] = operands
  if (!first) return unknownType
  let [, type] = first
  for (const next of rest) {
    const unit = addedUnit(node, [first[0], type], next, role, report, scope)
    if (unit === 'error' || !isGrainEqual(node, [first[0], type], next, report)) return unknownType
    type = { ...joined(type, next[1]), unit, raw: type.unit?.nature === 'plain' ? next[1].raw : type.raw }
  }
  return type
}

function addedUnit(
  node: Formula,
  [leftNode, left]: Operand,
  [rightNode, right]: Operand,
  role: '+' | '-' | 'choice',
  report: Report,
  scope: TypingScope,
) {
  const [a, b] = [left.unit, right.unit]
  if (!a || !b) return undefined
  if (a.nature === 'plain' || b.nature === 'plain') {
    if (role !== 'choice') noteBareNumber(leftNode, left, rightNode, right, report)
    return a.nature === 'plain' ? b : a
  }
  if (a.nature === 'ratio' && b.nature === 'ratio') {
    const isPoints = role === '-' && a.symbol === '%' && b.symbol === '%' && left.role !== 'constant' && right.role !== 'constant'
    return isPoints ? pointsUnit : a
  }
  if (a.nature === 'ratio' && b.nature === 'points') return a
  if (a.nature === 'points' && b.nature === 'ratio') return b
  if (sameDimension(a, b)) return a
  const [leftCurrency, rightCurrency] = [currencyOf(a), currencyOf(b)]
  if (leftCurrency && rightCurrency && leftCurrency !== rightCurrency) {
    report({ code: 'formula/currency-mismatch', node, left: leftNode, right: rightNode, leftCurrency, rightCurrency })
    return 'error' as const
  }
  if (isBareCount(a) && isBareCount(b)) {
    if (node.type === 'binary' && role === '+' && !isMixed(leftNode) && !partAndWhole(leftNode, rightNode, scope))
      report({ code: 'formula/mixed-counts', node, leftUnit: a, rightUnit: b })
    return a
  }
  report({ code: 'formula/unit-mismatch', node, left: leftNode, right: rightNode, leftUnit: a, rightUnit: b })
  return 'error' as const

  function isMixed(operand: Formula): boolean {
    // of a chain `emails + sessions + calls` the first `+` says it for all
    const inner = bare(operand)
    return inner.type === 'binary' && inner.operator === '+'
  }
}

function partAndWhole(a: Formula, b: Formula, scope: TypingScope): boolean {
  const [left, right] = [bare(a), bare(b)]
  return left.type === 'name' && right.type === 'name' && scope.arePartAndWhole(left.ref.name, right.ref.name)
}

function noteBareNumber(leftNode: Formula, left: FormulaType, rightNode: Formula, right: FormulaType, report: Report): void {
  const isLeft = left.unit?.nature === 'plain'
  const literal = bare(isLeft ? leftNode : rightNode)
  const [other, unit] = isLeft ? [rightNode, right.unit] : [leftNode, left.unit]
  if (literal.type !== 'number' || !unit || unit.nature === 'plain' || unit.nature === 'score') return
  const { amount } = literal.value
  const isFree = isZero(amount) || (unit.nature === 'ratio' && compare(amount, '1') === 0)
  if (!isFree) report({ code: 'formula/number-without-unit', literal, other, unit })
}

/** Reports flows of unequal grain, and rates of unequal grain; false when there is such a pair. */
function isGrainEqual(
  node: Formula,
  [leftNode, left]: Operand,
  [rightNode, right]: Operand,
  report: Report,
  rolesAtOdds = ['flow', 'rate'],
): boolean {
  const [a, b] = [left.grain, right.grain]
  if (!a || !b || a === b || left.role !== right.role || !left.role || !rolesAtOdds.includes(left.role)) return true
  const [finer, over] = compareGrains(a, b) < 0 ? ([[leftNode, left], b] as const) : ([[rightNode, right], a] as const)
  const rollUp = finer[1].additivity === 'additive' ? { operand: finer[0], over } : undefined
  report({
    code: 'formula/grain-mismatch',
    node,
    left: leftNode,
    right: rightNode,
    leftGrain: a,
    rightGrain: b,
    isFlow: left.role === 'flow',
    rollUp,
  })
  return false
}

/** The common part of the types of two operands; unit aside. */
function joined(a: FormulaType, b: FormulaType): FormulaType {
  if (a.role === 'constant') return { ...b, hasDistinct: a.hasDistinct || b.hasDistinct }
  if (b.role === 'constant') return { ...a, hasDistinct: a.hasDistinct || b.hasDistinct }
  const isKnown = a.additivity !== undefined && b.additivity !== undefined
  const additivity = !isKnown ? undefined : a.additivity === b.additivity ? a.additivity : 'non'
  const isFlow = a.role === 'flow' || b.role === 'flow'
  return {
    ...unknownType,
    isConverted: a.isConverted || b.isConverted,
    grain: isFlow && a.role !== 'flow' ? b.grain : (a.grain ?? b.grain),
    role: isFlow ? 'flow' : a.role === b.role ? a.role : a.role && b.role && 'rate',
    additivity,
    rollUp: additivity === 'additive' ? 'sum' : additivity === 'semi' ? 'last' : a.isQuotient && b.isQuotient ? 'ratio' : 'formula',
    hasDistinct: a.hasDistinct || b.hasDistinct,
    isQuotient: a.isQuotient || b.isQuotient,
  }
}

function product(node: BinaryFormula, left: FormulaType, right: FormulaType, report: Report): FormulaType {
  if (!isGrainEqual(node, [node.left, left], [node.right, right], report, ['rate'])) return unknownType
  const common = joined(left, right)
  const unit = left.unit && right.unit && multiplyUnits(left.unit, right.unit)
  const isBetweenNumbers = left.role !== 'constant' && right.role !== 'constant'
  return {
    ...common,
    unit,
    raw: combineBases(left.raw, right.raw, 1),
    isConverted: common.isConverted || isRatioWith(left, right) || isRatioWith(right, left),
    additivity: isBetweenNumbers && common.additivity !== undefined ? 'non' : common.additivity,
    rollUp: isBetweenNumbers ? 'formula' : common.rollUp,
  }
}

function isRatioWith(a: FormulaType, b: FormulaType): boolean {
  return a.unit?.nature === 'ratio' && b.unit?.nature === 'quantity'
}

function quotient(node: BinaryFormula, left: FormulaType, right: FormulaType, report: Report): FormulaType {
  const [a, b] = [left.unit, right.unit]
  const [leftCurrency, rightCurrency] = [a && currencyOf(a), b && currencyOf(b)]
  if (leftCurrency && rightCurrency && leftCurrency !== rightCurrency) {
    report({ code: 'formula/currency-mismatch', node, left: node.left, right: node.right, leftCurrency, rightCurrency })
    return unknownType
  }
  if (!isGrainEqual(node, [node.left, left], [node.right, right], report)) return unknownType
  const divisor = bare(node.right)
  if (isZeroByCalculation(divisor)) {
    report({ code: 'formula/division-by-zero', node })
    return unknownType
  }
  if (divisor.type === 'number' && isHidden(divisor.value.amount)) report({ code: 'formula/hidden-constant', literal: divisor, node })
  const common = joined(left, right)
  const type = { ...common, unit: a && b && divideUnits(a, b), raw: combineBases(left.raw, right.raw, -1) }
  if (right.role === 'constant') return type
  const isConverted = common.isConverted || isRatioWith(right, left)
  return { ...type, isConverted, role: 'rate', additivity: 'non', rollUp: 'ratio', isQuotient: true }
}

const calendarFactors = new Set(['12', '52', '60', '100', '365', '1000'])

function isHidden(amount: string): boolean {
  return compare(amount, '10') >= 0 && !calendarFactors.has(exact(amount))
}
