import type { Measure, Metric, NumberElement } from '../elements/elements.js'
import type { Formula } from '../elements/formula.js'
import type { Ref } from '../elements/ref.js'
import { dependencyOrder } from '../formula/order.js'
import { type FormulaProblem, isFormulaError } from '../formula/problem.js'
import { type Additivity, compareGrains, type FormulaType, measureType, type RollUp, rawBases, unknownType } from '../formula/type.js'
import { type Typing, typeFormula } from '../formula/typing.js'
import { bare, isTooDeep, namesIn, nodesOf } from '../formula/walk.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { compare } from '../quantity/exact.js'
import type { Grain, Unit } from '../quantity/quantity.js'

/** What is known about one measure or metric without looking at any value. */
export interface NumberFacts {
  readonly name: string
  readonly element: NumberElement
  /** As declared, else as the formula gives it; undefined when unknown or when the formula is in error. */
  readonly unit: Unit | undefined
  readonly grain: Grain | undefined
  readonly additivity: Additivity | undefined
  /** How a value of a longer span comes from shorter ones. */
  readonly aggregation: RollUp | undefined
  /** A quotient, or built on one. */
  readonly isQuotient: boolean
  /** Rests on distinct counts. */
  readonly hasDistinct: boolean
  /** The formula multiplies by 100 to say "in percent"; its value is computed without the factor. */
  readonly isScaled: boolean
  readonly isInLoop: boolean
  /** The formula, or one that it rests on, has an error or a loop. */
  readonly hasError: boolean
  /** The numbers that its formula names and that exist, each once, in the order of the text. */
  readonly restsOn: readonly string[]
  /** The formula's value comes in the declared unit, without a conversion of time that only the declaration implies. */
  readonly isComputable: boolean
  /** No measure in the expanded formula. */
  readonly isConstant: boolean
  /** The type of its own formula; of a measure its declared type. */
  readonly type: FormulaType
  /** In the order of evaluation. */
  readonly problems: readonly FormulaProblem[]
  /** Literals of the formula that its value leaves out. */
  readonly ignoredFactors: ReadonlySet<Formula>
}

/** All numbers of a plan. */
export interface Numbers {
  readonly get: (name: string) => NumberFacts | undefined
  /** In order of file and position. */
  readonly all: readonly NumberFacts[]
  /** Metrics that rest on each other, by name. */
  readonly loops: readonly (readonly string[])[]
  /** Every number that one rests on, directly or not, itself left out unless it is in a loop. */
  readonly under: (name: string) => ReadonlySet<string>
  /** The measures among them, in the order in which the formulas name them; of a measure itself. */
  readonly measuresUnder: (name: string) => readonly Measure[]
  /** True when one measure is, directly or not, part of the other. */
  readonly arePartAndWhole: (a: string, b: string) => boolean
}

/** The numbers of a plan: units, grain, additivity and what is wrong in their formulas. One pass over all formulas. */
export const numbers = onceWhileSame((plan: Plan): Numbers => {
  const elements = plan.allOf('measure', 'metric').filter((element) => plan.find(element, 'measure', 'metric') === element)
  const facts = new Map<string, NumberFacts>()
  const restsOn = new Map(elements.map((element) => [element.name, directNames(plan, element)]))
  const { order, loops } = dependencyOrder(
    elements.map((element) => element.name),
    (name) => restsOn.get(name) ?? [],
  )
  const inLoop = new Set(loops.flat())
  const zeros = new Map<string, Zero>()
  const arePartAndWhole = (a: string, b: string) => isPartOf(plan, a, b) || isPartOf(plan, b, a)
  const typeOf = (ref: Ref) => (plan.find(ref, 'measure', 'metric') ? typeForOthers(facts.get(ref.name)) : unknownType)
  const scope = { typeOf, arePartAndWhole }
  for (const name of order) {
    const element = plan.find({ name }, 'measure', 'metric')
    const names = restsOn.get(name) ?? []
    if (element?.kind === 'measure' || element?.kind === 'metric') zeros.set(name, zeroOfNumber(element, zeros))
    if (element?.kind === 'measure') facts.set(name, measureFacts(element))
    if (element?.kind !== 'metric') continue
    if (inLoop.has(name)) facts.set(name, { ...emptyFacts(element, names), isInLoop: true, hasError: true })
    else if (names.some((other) => facts.get(other)?.hasError)) facts.set(name, { ...emptyFacts(element, names), hasError: true })
    else
      facts.set(
        name,
        metricFacts({ plan, facts, zeros }, element, names, element.formula && typeFormula(element, element.formula.expression, scope)),
      )
  }
  const all = elements.flatMap((element) => facts.get(element.name) ?? [])
  const reached = new Map<string, ReadonlySet<string>>()
  const under = (name: string) => {
    const known = reached.get(name) ?? reach(name, restsOn)
    reached.set(name, known)
    return known
  }
  const measuresUnder = (name: string) => {
    const own = plan.find({ name }, 'measure')
    if (own) return [own]
    return [...under(name)].flatMap((other) => plan.find({ name: other }, 'measure') ?? [])
  }
  return { get: (name) => facts.get(name), all, loops, under, measuresUnder, arePartAndWhole }
})

function directNames(plan: Plan, element: NumberElement): string[] {
  if (element.kind !== 'metric' || !element.formula) return []
  const names = namesIn(element.formula.expression).filter((ref) => plan.find(ref, 'measure', 'metric'))
  return [...new Set(names.map((ref) => ref.name))]
}

function reach(name: string, restsOn: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...(restsOn.get(name) ?? [])].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...[...(restsOn.get(next) ?? [])].reverse())
  }
  return reached
}

function isPartOf(plan: Plan, part: string, whole: string): boolean {
  const seen = new Set<string>()
  let name = part
  while (!seen.has(name)) {
    seen.add(name)
    const element = plan.find({ name }, 'measure')
    if (!element?.partOf) return false
    name = element.partOf.name
    if (name === whole) return true
  }
  return false
}

function emptyFacts(element: NumberElement, restsOn: readonly string[]): NumberFacts {
  return {
    name: element.name,
    element,
    restsOn,
    type: unknownType,
    unit: undefined,
    grain: undefined,
    additivity: undefined,
    aggregation: undefined,
    isQuotient: false,
    hasDistinct: false,
    isScaled: false,
    isInLoop: false,
    hasError: false,
    isConstant: false,
    isComputable: false,
    problems: [],
    ignoredFactors: new Set(),
  }
}

function measureFacts(measure: Measure): NumberFacts {
  const type = measureType(measure)
  const { unit, grain, additivity, rollUp, hasDistinct } = type
  return { ...emptyFacts(measure, []), type, unit, grain, additivity, aggregation: rollUp, hasDistinct }
}

/** What has been computed for the numbers that stand earlier in the order. */
interface Earlier {
  readonly plan: Plan
  readonly facts: ReadonlyMap<string, NumberFacts>
  readonly zeros: Zeros
}

function metricFacts(earlier: Earlier, metric: Metric, restsOn: readonly string[], typing: Typing | undefined): NumberFacts {
  const empty = emptyFacts(metric, restsOn)
  const declared = metric.in?.unit
  const declaredGrain = metric.per?.grain ?? declared?.grain
  if (!metric.formula || !typing) return { ...empty, unit: declared, grain: declaredGrain }
  const { type, ignoredFactors } = typing
  const problems: FormulaProblem[] = [...typing.problems]
  const expression = metric.formula.expression
  const hasError = problems.some(isFormulaError)
  const grain = declaredGrain ?? type.grain
  if (type.isQuotient && type.hasDistinct && type.grain && grain && compareGrains(type.grain, grain) < 0)
    problems.push({ code: 'formula/distinct-ratio-rollup', call: undefined, grain: type.grain, over: grain })
  if (!metric.formula.otherwise && !hasError) problems.push(...possibleZeros(expression, earlier.zeros))
  const isConstant = isWithoutMeasure(earlier, expression)
  if (isConstant && !hasError) problems.push({ code: 'formula/constant' })
  const { additivity, rollUp, isQuotient, hasDistinct } = type
  return {
    ...empty,
    type,
    grain,
    additivity,
    aggregation: rollUp,
    isQuotient,
    hasDistinct,
    problems,
    ignoredFactors,
    hasError,
    isConstant,
    unit: hasError ? undefined : (declared ?? type.unit),
    isScaled: ignoredFactors.size > 0,
    isComputable: !hasError && isInDeclaredScale(type, declared),
  }
}

function isWithoutMeasure({ plan, facts }: Earlier, expression: Formula): boolean {
  return namesIn(expression).every((ref) => plan.find(ref, 'metric') && facts.get(ref.name)?.isConstant)
}

/** True when money and time stand in the formula's unit as in the declared one. */
function isInDeclaredScale(type: FormulaType, declared: Unit | undefined): boolean {
  if (!type.unit || !declared) return type.unit !== undefined
  const inScale = (unit: Unit) => unit.bases.filter((base) => base.kind !== 'count').map((base) => `${base.name} ${base.exponent}`)
  return inScale(type.unit).join() === inScale(declared).join()
}

/** A number's type as another formula sees it: in the unit and grain that it declares. */
function typeForOthers(facts: NumberFacts | undefined): FormulaType {
  if (!facts || facts.hasError || facts.isInLoop) return unknownType
  const { type, unit, grain } = facts
  const raw = type.raw.length > 0 || !unit ? type.raw : rawBases(unit)
  return { ...type, unit, grain, raw, role: type.role === 'constant' ? 'rate' : type.role }
}

/** How an expression can become 0: because a measure in it can, or because two things can be equal. */
type Zero = 'measure' | 'difference' | undefined

/** What is known of the numbers that a formula rests on. */
type Zeros = ReadonlyMap<string, Zero>

/** The divisors that can be 0. */
function possibleZeros(expression: Formula, zeros: Zeros): FormulaProblem[] {
  if (isTooDeep(expression)) return []
  const found: FormulaProblem[] = []
  for (const node of nodesOf(expression)) {
    if (node.type !== 'binary' || node.operator !== '/') continue
    const zero = zeroOf(node.right, zeros)
    if (zero) found.push({ code: 'formula/possible-division-by-zero', node, isDifference: zero === 'difference' })
  }
  return found
}

function zeroOf(formula: Formula, zeros: Zeros): Zero {
  const node = bare(formula)
  switch (node.type) {
    case 'negate':
      return zeroOf(node.operand, zeros)
    case 'name':
      return zeros.get(node.ref.name)
    case 'call':
      return node.args.map((arg) => zeroOf(arg, zeros)).find((zero) => zero)
    case 'binary': {
      if (node.operator === '-') return 'difference'
      const left = zeroOf(node.left, zeros)
      if (node.operator === '/') return left
      const right = zeroOf(node.right, zeros)
      return node.operator === '*' ? (left ?? right) : left && right
    }
    default:
      return undefined
  }
}

function zeroOfNumber(element: NumberElement, zeros: Zeros): Zero {
  if (element.kind === 'measure') return element.atLeast && compare(element.atLeast.amount, '0') > 0 ? undefined : 'measure'
  return element.formula && !isTooDeep(element.formula.expression) ? zeroOf(element.formula.expression, zeros) : undefined
}
