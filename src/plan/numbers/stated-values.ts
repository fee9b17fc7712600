import type { ElementOf, PlanElement } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { once, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { compare, multiply, powerOfTen } from '../quantity/exact.js'
import type { Exact, Measurement, Unit, Window } from '../quantity/quantity.js'
import { isBareCount, isDuration, sameDimension } from '../quantity/units.js'
import { amountOn } from './aims.js'
import { type NumberFacts, numbers } from './numbers.js'

export type StatedRole =
  | 'baseline'
  | 'target'
  | 'change'
  | 'checkpoint'
  | 'guard'
  | 'effect'
  | 'benchmark'
  | 'actual'
  | 'bound'
  | 'otherwise'

/** A value that the plan states for one of its numbers. */
export interface StatedValue {
  readonly role: StatedRole
  readonly value: Measurement
  readonly facts: NumberFacts
  /** The element that states it: a goal, a task, the number itself. */
  readonly element: PlanElement
  /** The period or day that it belongs to. */
  readonly window: (Window & { readonly text: string }) | undefined
  /** Whether its unit can be turned into the number's; undefined when that one is unknown. */
  readonly fit: 'fits' | 'misfit' | 'without percent' | undefined
  /** In base units of the number; undefined for a change and where the unit does not fit. */
  readonly amount: Exact | undefined
}

/** Every stated value of a plan, in the order of its elements. */
export const statedValues = once((plan: Plan): readonly StatedValue[] => {
  const all: StatedValue[] = []
  for (const element of plan.allOf(...stating)) {
    for (const one of statedIn(plan, element)) all.push(one)
  }
  return all
})

/** The kinds whose elements state values. */
export const stating = ['goal', 'task', 'benchmark', 'actuals', 'metric', 'measure'] as const
export type StatingElement = ElementOf<(typeof stating)[number]>

/** True for an element of a kind that states values. */
export function isStating(element: PlanElement): element is StatingElement {
  return (stating as readonly string[]).includes(element.kind)
}

const none: readonly StatedValue[] = []
const known = values<StatingElement, readonly StatedValue[]>()

/** The values that an element states. */
export function statedIn(plan: Plan, element: StatingElement): readonly StatedValue[] {
  if (element.kind === 'task' && element.expects.length === 0) return none
  if (element.kind === 'measure' && !element.atLeast) return none
  return known(plan).of(element, () => computeStated(plan, element))
}

function computeStated(plan: Plan, element: StatingElement): readonly StatedValue[] {
  const all: StatedValue[] = []
  const state = (ref: Pick<Ref, 'name'> | undefined, role: StatedRole, value: Measurement | undefined, window?: StatedValue['window']) => {
    const facts = plan.find(ref, 'measure', 'metric') && numbers(plan).get(ref?.name ?? '')
    if (facts && value) all.push(stated(facts, role, value, element, window))
  }
  switch (element.kind) {
    case 'goal':
      for (const aim of element.aims) {
        state(aim.number, 'baseline', aim.baseline?.value, aim.baseline?.window)
        state(aim.number, 'change', aim.change?.value)
        state(aim.number, 'target', aim.target?.value, aim.target?.window)
      }
      for (const guard of element.guards) state(guard.number, 'guard', guard.value)
      // with measurables of several numbers nothing says which of them a checkpoint is about
      if (new Set(element.aims.map(({ number }) => number.name)).size === 1)
        for (const checkpoint of element.checkpoints) state(element.aims[0]?.number, 'checkpoint', checkpoint.value)
      break
    case 'task':
      for (const effect of element.expects) state(effect.number, 'effect', effect.by)
      break
    case 'benchmark':
      state(element.of, 'benchmark', element.value, element.window)
      break
    case 'actuals':
      for (const row of element.rows) state(element.of, 'actual', row.value, row.period)
      break
    case 'metric':
      if (element.bounds) {
        state(element, 'bound', element.bounds.low)
        state(element, 'bound', element.bounds.high)
      }
      if (element.formula && element.formula.otherwise !== 'none') state(element, 'otherwise', element.formula.otherwise)
      break
    case 'measure':
      state(element, 'bound', element.atLeast)
      break
  }
  return all
}

function stated(
  facts: NumberFacts,
  role: StatedRole,
  value: Measurement,
  element: PlanElement,
  window: StatedValue['window'],
): StatedValue {
  const unit = facts.hasError ? undefined : facts.unit
  const fit = unit && fitOf(value, unit, isChange(role))
  return { role, value, facts, element, window, fit, amount: isChange(role) ? undefined : amountOn(unit, value) }
}

/** True for the roles whose amount is a difference and no value. */
export function isChange(role: StatedRole): boolean {
  return role === 'change' || role === 'effect'
}

/** Whether the unit of a value, or of a difference, can be turned into a number's. */
export function fitOf(value: Measurement, unit: Unit, isDifference: boolean): 'fits' | 'misfit' | 'without percent' {
  const own = value.unit
  if (own.nature === 'plain') {
    if (unit.nature === 'ratio' && unit.symbol !== 'x') return 'without percent'
    return amountOn(unit, value) === undefined ? 'misfit' : 'fits'
  }
  if (isDifference && own.symbol === '%') return 'fits' // relative
  if (isDifference && own.nature === 'points') return unit.nature === 'ratio' || unit.nature === 'points' ? 'fits' : 'misfit'
  return sameDimension(own, unit) || unit.nature === 'plain' ? 'fits' : 'misfit'
}

/** The limits that a number has by its `bounds`, in base units. */
function boundsOf(facts: NumberFacts): { readonly low: Exact; readonly high: Exact } | undefined {
  const { element, unit } = facts
  if (element.kind !== 'metric' || !element.bounds || facts.hasError) return undefined
  const low = amountOn(unit, element.bounds.low)
  const high = amountOn(unit, element.bounds.high)
  return low !== undefined && high !== undefined && compare(low, high) < 0 ? { low, high } : undefined
}

/** Which limit a value in base units breaks: its number's bounds, or 0 for what is counted or timed. */
export function brokenLimit(
  facts: NumberFacts,
  amount: Exact,
): { readonly side: 'low' | 'high'; readonly limit: Exact; readonly isOfUnit: boolean } | undefined {
  const bounds = boundsOf(facts)
  if (bounds && compare(amount, bounds.low) < 0) return { side: 'low', limit: bounds.low, isOfUnit: false }
  if (bounds && compare(amount, bounds.high) > 0) return { side: 'high', limit: bounds.high, isOfUnit: false }
  const { unit, element } = facts
  // a metric may be a difference of counts, such as the net growth of a list
  const isNeverNegative = !bounds && element.kind === 'measure' && unit && (isBareCount(unit) || isDuration(unit))
  if (isNeverNegative && compare(amount, '0') < 0) return { side: 'low', limit: '0', isOfUnit: true }
  return undefined
}

/** One step of the last digit that a value is written with, in base units: 0.0001 for `0.60%`. */
export function lastDigit(value: Measurement): Exact {
  return multiply(value.unit.scale, powerOfTen(-value.decimals))
}
