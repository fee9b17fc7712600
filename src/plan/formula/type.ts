import type { Aggregation, Measure } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { add, exact } from '../quantity/exact.js'
import type { Exact, Grain, Unit, UnitBase } from '../quantity/quantity.js'
import { sameDimension } from '../quantity/units.js'

/** How a number adds up over time: in full, only over groups at one time, or not at all. */
export type Additivity = 'additive' | 'semi' | 'non'
/** How a value of a longer span comes from shorter ones; `ratio` from its rolled-up parts, `formula` by computing anew. */
export type RollUp = Exclude<Aggregation, 'count'> | 'ratio' | 'formula'

/** What is known about a formula or a part of it before any value is. Undefined stands for unknown, which fits everything. */
export interface FormulaType {
  readonly unit: Unit | undefined
  /** The unit with nothing cancelled between different counted things, and with written grains as time: `EUR/lead/month`. */
  readonly raw: readonly UnitBase[]
  /** A count was turned into another by a ratio, so its word may differ from the declared one. */
  readonly isConverted: boolean
  readonly grain: Grain | undefined
  readonly role: 'flow' | 'snapshot' | 'rate' | 'constant' | undefined
  readonly additivity: Additivity | undefined
  readonly rollUp: RollUp | undefined
  readonly hasDistinct: boolean
  readonly isQuotient: boolean
}

export const unknownType: FormulaType = {
  unit: undefined,
  raw: [],
  isConverted: false,
  grain: undefined,
  role: undefined,
  additivity: undefined,
  rollUp: undefined,
  hasDistinct: false,
  isQuotient: false,
}

/** The type of a number written in a formula. */
export function literalType(unit: Unit): FormulaType {
  return { ...unknownType, unit, raw: rawBases(unit), role: 'constant', additivity: 'additive' }
}

const roles: Readonly<Record<Aggregation, 'flow' | 'snapshot' | 'rate'>> = {
  sum: 'flow',
  count: 'flow',
  distinct: 'flow',
  last: 'snapshot',
  average: 'rate',
  median: 'rate',
  max: 'rate',
  min: 'rate',
}

/** Whether values of an aggregation add up over time. */
function additivityOf(aggregation: Aggregation): Additivity {
  return aggregation === 'sum' || aggregation === 'count' ? 'additive' : aggregation === 'last' ? 'semi' : 'non'
}

/** The type of a measure as it declares itself. */
export function measureType(measure: Measure): FormulaType {
  const unit = measure.in?.unit
  const aggregation = measure.aggregation?.aggregation
  return {
    ...unknownType,
    unit,
    raw: unit ? rawBases(unit) : [],
    grain: measure.per?.grain ?? unit?.grain,
    role: aggregation && roles[aggregation],
    additivity: aggregation && additivityOf(aggregation),
    rollUp: aggregation === 'count' ? 'sum' : aggregation, // counts of rows add up like sums
    hasDistinct: aggregation === 'distinct',
  }
}

/** The bases of a unit with the grain of its quotient as time in a denominator. */
export function rawBases(unit: Unit): readonly UnitBase[] {
  if (!unit.grain) return unit.bases
  return combineBases(unit.bases, [{ kind: 'time', name: 'h', word: 'h', exponent: 1 }], -1)
}

/** Adds (or with -1 subtracts) exponents; nothing else cancels. */
export function combineBases(a: readonly UnitBase[], b: readonly UnitBase[], sign: 1 | -1): readonly UnitBase[] {
  const bases = [...a]
  for (const base of b) {
    const at = bases.findIndex((known) => known.kind === base.kind && known.name === base.name)
    const known = bases[at]
    const exponent = (known?.exponent ?? 0) + sign * base.exponent
    if (!known) bases.push({ ...base, exponent })
    else if (exponent === 0) bases.splice(at, 1)
    else bases[at] = { ...known, exponent }
  }
  return bases
}

/**
 * True when a metric may be declared in a unit although its formula gives another: both without dimension, equal before anything was
 * cancelled, a counted thing turned into another by a ratio, or a score, which has no dimension of its own.
 */
export function fitsDeclared(type: FormulaType, declared: Unit): boolean {
  const { unit } = type
  if (!unit || unit.nature === 'plain' || sameDimension(unit, declared)) return true
  if (declared.nature === 'score') return unit.nature !== 'quantity'
  if (declared.nature === 'points') return unit.nature === 'ratio' && unit.symbol !== '%'
  if (isBasesEqual(type.raw, rawBases(declared), keyOf)) return type.raw.length > 0
  return type.isConverted && isBasesEqual(type.raw, rawBases(declared), kindOf)
}

function isBasesEqual(a: readonly UnitBase[], b: readonly UnitBase[], key: (base: UnitBase) => string): boolean {
  const total = (bases: readonly UnitBase[]) => {
    const exponents = new Map<string, Exact>()
    for (const base of bases) exponents.set(key(base), add(exponents.get(key(base)) ?? '0', exact(base.exponent)))
    return [...exponents].filter(([, exponent]) => exponent !== '0')
  }
  const [left, right] = [total(a), new Map(total(b))]
  return left.length === right.size && left.every(([name, exponent]) => right.get(name) === exponent)
}

function keyOf(base: UnitBase): string {
  return `${base.kind} ${base.name}`
}

function kindOf(base: UnitBase): string {
  return base.kind === 'count' ? 'count' : keyOf(base)
}

const order: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year']

/** -1 when the first grain is finer. */
export function compareGrains(a: Grain, b: Grain): number {
  return Math.sign(order.indexOf(a) - order.indexOf(b))
}

/** What the typing of one formula asks about the other numbers. */
export interface TypingScope {
  readonly typeOf: (ref: Ref) => FormulaType
  /** True when one is, directly or not, part of the other. */
  readonly arePartAndWhole: (a: string, b: string) => boolean
}
