import { type Formula, type FormulaFunction, formulaFunctions } from '../elements/formula.js'
import { compare, isWhole } from '../quantity/exact.js'
import type { Unit } from '../quantity/quantity.js'
import { multipleUnit, pointsUnit } from '../quantity/units.js'
import type { CallFormula, FormulaProblem } from './problem.js'
import type { TypingScope } from './type.js'
import { compareGrains, type FormulaType, unknownType } from './type.js'
import { bare, nodesOf } from './walk.js'

/** What the typing of a call needs from the typing around it. */
export interface CallHost {
  readonly visit: (node: Formula) => FormulaType
  readonly report: (problem: FormulaProblem) => void
  readonly scope: TypingScope
  /** The type of several operands that must have equal units and grains. */
  readonly addends: (node: Formula, operands: readonly (readonly [Formula, FormulaType])[], role: 'choice') => FormulaType
}

/** How many arguments each function takes, and whether it may roll up `over` a grain. */
const shapes: Readonly<Record<FormulaFunction, { readonly most: number; readonly over?: true }>> = {
  min: { most: Number.POSITIVE_INFINITY, over: true },
  max: { most: Number.POSITIVE_INFINITY, over: true },
  abs: { most: 1 },
  round: { most: 2 },
  sum: { most: Number.POSITIVE_INFINITY, over: true },
  average: { most: Number.POSITIVE_INFINITY, over: true },
  median: { most: Number.POSITIVE_INFINITY, over: true },
  last: { most: 1, over: true },
  previous: { most: 1 },
  change: { most: 1 },
  growth: { most: 1 },
  cumulative: { most: 1 },
}

/** How many arguments a function takes at most. */
export function mostArguments(name: FormulaFunction): number {
  return shapes[name].most
}

export function isFormulaFunction(name: string): name is FormulaFunction {
  return (formulaFunctions as readonly string[]).includes(name)
}

/** Functions of one number over time; with several arguments they go over groups. */
const overTime: ReadonlySet<FormulaFunction> = new Set(['sum', 'average', 'median', 'last', 'previous', 'change', 'growth', 'cumulative'])
const needGrain: ReadonlySet<FormulaFunction> = new Set(['previous', 'change', 'growth'])

/** The type of a function call. */
export function callType(call: CallFormula, host: CallHost): FormulaType {
  const { name, args } = call
  if (!isFormulaFunction(name)) return fault(call, 'unknown', host)
  const shape = shapes[name]
  if (args.length === 0 || args.length > shape.most) return fault(call, 'count', host)
  if (call.over && (!shape.over || args.length > 1)) return fault(call, 'over', host)
  if (name === 'round' && args[1] && !isDigits(args[1])) return fault(call, 'number', host)
  const operands = args.map((arg) => [arg, host.visit(arg)] as const)
  const [first] = operands
  if (!first) return unknownType
  if (args.length === 1 && overTime.has(name) && !holdsName(first[0])) return fault(call, 'number', host)
  if (args.length > 1 && name !== 'round') return overGroups(call, name, operands, host)
  return call.over || overTime.has(name) ? timeType(call, name, first, host) : pointwise(name, first[1])
}

function fault(call: CallFormula, kind: 'unknown' | 'count' | 'number' | 'over' | 'grain', host: CallHost): FormulaType {
  host.report({ code: 'formula/bad-call', call, fault: kind })
  return unknownType
}

function isDigits(formula: Formula): boolean {
  const node = bare(formula)
  if (node.type !== 'number' || node.value.unit.nature !== 'plain') return false
  return isWhole(node.value.amount) && compare(node.value.amount, '20') <= 0
}

function holdsName(formula: Formula): boolean {
  for (const node of nodesOf(formula)) if (node.type === 'name') return true
  return false
}

function overGroups(
  call: CallFormula,
  name: FormulaFunction,
  operands: readonly (readonly [Formula, FormulaType])[],
  host: CallHost,
): FormulaType {
  const type = host.addends(call, operands, 'choice')
  const [distinct] = operands.find(([, operand]) => operand.rollUp === 'distinct') ?? []
  if (name === 'sum') {
    if (distinct) host.report({ code: 'formula/non-additive-sum', call, arg: distinct, isOverGroups: true, isDistinct: true })
    return type
  }
  if (name === 'average' || name === 'median') {
    const [ratio] = operands.find(([, operand]) => operand.isQuotient) ?? []
    if (ratio && name === 'average') host.report({ code: 'formula/mean-of-ratios', call, arg: ratio })
  }
  return { ...type, additivity: type.additivity && 'non', rollUp: 'formula' }
}

function pointwise(name: FormulaFunction, type: FormulaType): FormulaType {
  return name === 'round' ? type : { ...type, additivity: type.additivity && 'non', rollUp: 'formula' }
}

function timeType(call: CallFormula, name: FormulaFunction, [arg, type]: readonly [Formula, FormulaType], host: CallHost): FormulaType {
  if (call.over && type.grain && compareGrains(type.grain, call.over) >= 0) {
    host.report({ code: 'formula/grain-mismatch', node: call, grain: type.grain, over: call.over })
    return unknownType
  }
  if (needGrain.has(name) && !type.grain && type !== unknownType) return fault(call, 'grain', host)
  const grain = call.over ?? type.grain
  switch (name) {
    case 'sum':
    case 'cumulative':
      if (type.additivity === 'semi' || type.additivity === 'non') {
        host.report({ code: 'formula/non-additive-sum', call, arg, isOverGroups: false, isDistinct: type.hasDistinct })
        return unknownType
      }
      return name === 'sum'
        ? { ...type, grain }
        : { ...type, role: type.role && 'snapshot', additivity: type.additivity && 'semi', rollUp: 'last' }
    case 'average':
    case 'median':
    case 'min':
    case 'max':
      noteRatio(call, name, arg, type, host)
      return { ...type, grain, role: type.role && 'rate', additivity: type.additivity && 'non', rollUp: name }
    case 'last':
      return { ...type, grain, role: type.role && 'snapshot', additivity: type.additivity && 'semi', rollUp: 'last' }
    case 'previous':
      return type
    case 'change':
      return {
        ...type,
        unit: differenceOf(type.unit),
        additivity: type.additivity === 'additive' ? 'additive' : type.additivity && 'non',
        rollUp: 'formula',
      }
    default:
      return {
        ...type,
        unit: type.unit && multipleUnit,
        raw: [],
        role: type.role && 'rate',
        additivity: 'non',
        rollUp: 'formula',
        isQuotient: true,
      }
  }
}

function noteRatio(call: CallFormula, name: FormulaFunction, arg: Formula, type: FormulaType, host: CallHost): void {
  if (!type.isQuotient) return
  if (type.hasDistinct && call.over && type.grain)
    host.report({ code: 'formula/distinct-ratio-rollup', call, grain: type.grain, over: call.over })
  else if (name === 'average') host.report({ code: 'formula/mean-of-ratios', call, arg })
}

function differenceOf(unit: Unit | undefined): Unit | undefined {
  return unit?.symbol === '%' ? pointsUnit : unit
}
