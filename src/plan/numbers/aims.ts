import type { Aim, Goal, NumberElement } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { absolute, add, compare, divide, isZero, multiply, negate, powerOfTen, signOf, subtract } from '../quantity/exact.js'
import type { Exact, Measurement, Unit, Window } from '../quantity/quantity.js'
import { isBareCount, sameDimension, toBase } from '../quantity/units.js'
import type { Place } from '../text/place.js'
import { type GoalTime, lastPeriodWithin } from './goal-time.js'
import { type NumberFacts, numbers } from './numbers.js'

export type Sign = 1 | -1

/** Something that says which way a measurable should go: 1 up, -1 down. */
export interface DirectionSign {
  readonly sign: Sign
  readonly from: 'verb' | 'change' | 'bound' | 'values' | 'metric'
  readonly place: Place
}

/** What one `measurable` says. Values are in base units of its number: 25% is 0.25. What cannot be known is undefined. */
export interface AimFacts {
  readonly goal: Goal
  readonly aim: Aim
  readonly number: NumberElement | undefined
  /** Undefined for an unknown number and for one whose formula is in error or in a loop. */
  readonly facts: NumberFacts | undefined
  readonly unit: Unit | undefined
  /** The clause could be read to its end; what is missing in it is really missing. */
  readonly isReadable: boolean
  readonly isHold: boolean
  readonly signs: readonly DirectionSign[]
  /** Two signs point different ways. */
  readonly isContradictory: boolean
  /** The way it should go, 0 for `hold`; undefined when nothing says it or the signs disagree. */
  readonly direction: Sign | 0 | undefined
  readonly baseline: Exact | undefined
  readonly baselineWindow: Window | undefined
  /** `by` is a share of the baseline. */
  readonly isChangeRelative: boolean
  /** Baseline and `by`, whether or not `to` stands as well. */
  readonly computedTarget: Exact | undefined
  /** `to`, else the computed target; for `hold` without either the baseline. */
  readonly target: Exact | undefined
  /** Of an aspirational goal, the value from which the target counts as met. */
  readonly metFrom: Exact | undefined
  readonly targetWindow: Window | undefined
  /** Target less baseline; an absolute `by` where there is no baseline. */
  readonly neededChange: Exact | undefined
}

/** Reads one `measurable` of a goal. What stands between it and `clauseEnd` belongs to it, also what could not be read. */
export function aimFacts(plan: Plan, goal: Goal, aim: Aim, time: GoalTime, clauseEnd: number): AimFacts {
  const number = plan.find(aim.number, 'measure', 'metric')
  const facts = number && soundFacts(plan, number)
  const unit = facts?.unit
  const isHold = aim.verb?.verb === 'hold'
  const baseline = aim.baseline && amountOn(unit, aim.baseline.value)
  const written = aim.target && amountOn(unit, aim.target.value)
  const isChangeRelative = aim.change !== undefined && isRelative(aim.change.value)
  const change = changeOf(aim, number, unit, isChangeRelative)
  const computedTarget = baseline !== undefined && change !== undefined ? targetAfter(baseline, change, isChangeRelative) : undefined
  const target = aim.target ? written : (computedTarget ?? (isHold && !aim.change ? baseline : undefined))
  const signs = isHold ? [] : signsOf(aim, number, baseline, written)
  const isContradictory = new Set(signs.map(({ sign }) => sign)).size > 1
  return {
    goal,
    aim,
    number,
    facts,
    unit,
    isReadable: !plan.hasFaultIn({ ...aim.place, end: clauseEnd }),
    isHold,
    signs,
    isContradictory,
    isChangeRelative,
    baseline,
    computedTarget,
    target,
    metFrom: isHold ? undefined : metFrom(goal, facts, baseline, target),
    direction: isHold ? 0 : isContradictory ? undefined : signs[0]?.sign,
    baselineWindow: aim.baseline?.window,
    targetWindow: aim.target?.window ?? aim.change?.window ?? ownTargetWindow(plan, facts, time),
    neededChange:
      target !== undefined && baseline !== undefined ? subtract(target, baseline) : aim.change && !isChangeRelative ? change : undefined,
  }
}

/** So much of the way from the baseline; for what adds up and has none, from nothing. */
function metFrom(
  { aspirational }: Goal,
  facts: NumberFacts | undefined,
  baseline: Exact | undefined,
  target: Exact | undefined,
): Exact | undefined {
  const from = baseline ?? (facts?.additivity === 'additive' ? '0' : undefined)
  if (!aspirational || from === undefined || target === undefined) return undefined
  return add(from, multiply(subtract(target, from), aspirational.share ? toBase(aspirational.share) : '0.7'))
}

function soundFacts(plan: Plan, number: NumberElement): NumberFacts | undefined {
  const facts = numbers(plan).get(number.name)
  return facts?.isInLoop || facts?.hasError ? undefined : facts
}

/**
 * A stated value in base units of a number's unit, or undefined where the units do not fit. A bare value fits counted things, scores,
 * multiples and numbers without unit.
 */
export function amountOn(unit: Unit | undefined, value: Measurement): Exact | undefined {
  if (!unit) return undefined
  if (value.unit.nature === 'plain') {
    const fits = unit.nature === 'plain' || unit.nature === 'score' || unit.symbol === 'x' || isBareCount(unit)
    return fits ? multiply(value.amount, unit.scale) : undefined
  }
  return sameDimension(unit, value.unit) ? toBase(value) : undefined
}

/** Half of the last digit that a value is written with, in base units. */
export function halfDigit(value: Measurement): Exact {
  return multiply(divide(value.unit.scale, '2') ?? '0', powerOfTen(-value.decimals))
}

function isRelative(change: Measurement): boolean {
  return change.unit.symbol === '%'
}

/** The change as a share or in base units, with its sign: a bare number follows the verb, the bound or the metric's better side. */
function changeOf(aim: Aim, number: NumberElement | undefined, unit: Unit | undefined, relative: boolean): Exact | undefined {
  const { change } = aim
  if (!change) return undefined
  const amount =
    relative || (change.value.unit.nature === 'points' && unit?.nature === 'ratio') ? toBase(change.value) : amountOn(unit, change.value)
  if (amount === undefined || change.signed) return amount
  return (impliedSign(aim, number) ?? 1) < 0 ? negate(absolute(amount)) : amount
}

function impliedSign(aim: Aim, number: NumberElement | undefined): Sign | undefined {
  return verbSign(aim) ?? boundSign(aim) ?? metricSign(number)
}

function targetAfter(baseline: Exact, change: Exact, relative: boolean): Exact {
  return relative ? multiply(baseline, add('1', change)) : add(baseline, change)
}

function signsOf(aim: Aim, number: NumberElement | undefined, baseline: Exact | undefined, target: Exact | undefined): DirectionSign[] {
  const { verb, change, target: to } = aim
  const signs: DirectionSign[] = []
  const note = (sign: Sign | 0 | undefined, from: DirectionSign['from'], place: Place | undefined) => {
    if (sign && place) signs.push({ sign, from, place })
  }
  note(verbSign(aim), 'verb', verb?.place)
  note(changeSign(aim, number), 'change', change?.place)
  note(boundSign(aim), 'bound', to?.place)
  if (baseline !== undefined && target !== undefined) note(compare(target, baseline), 'values', to?.place)
  note(metricSign(number), 'metric', number?.kind === 'metric' ? number.better?.place : undefined)
  return signs
}

function changeSign(aim: Aim, number: NumberElement | undefined): Sign | 0 | undefined {
  if (!aim.change) return undefined
  if (aim.change.signed) return signOf(aim.change.value.amount)
  return impliedSign(aim, number) === undefined && !isZero(aim.change.value.amount) ? 1 : undefined
}

function verbSign(aim: Aim): Sign | undefined {
  return aim.verb?.verb === 'increase' ? 1 : aim.verb?.verb === 'decrease' ? -1 : undefined
}

function boundSign(aim: Aim): Sign | undefined {
  return aim.target?.bound === 'at least' ? 1 : aim.target?.bound === 'at most' ? -1 : undefined
}

/** Which way is better for a number, by its own word. */
function metricSign(number: NumberElement | undefined): Sign | undefined {
  if (number?.kind !== 'metric') return undefined
  return number.better?.direction === 'higher' ? 1 : number.better?.direction === 'lower' ? -1 : undefined
}

/** Numbers that add up take the whole horizon, others the last period of their grain within it; without a grain the deadline itself. */
function ownTargetWindow(plan: Plan, facts: NumberFacts | undefined, time: GoalTime): Window | undefined {
  if (!facts || !time.horizon) return undefined
  if (facts.additivity === 'additive') return time.horizon
  if (!facts.grain) return { start: time.horizon.end, end: time.horizon.end }
  return lastPeriodWithin(plan, facts.grain, time.horizon)
}

/**
 * Whether a value in base units reaches a measurable's target: not worse in its direction, or as far on the way
 * as an aspirational goal asks; for `hold` equal at the target's precision or
 * within its bound. Undefined when target or direction is unknown.
 */
export function satisfies(facts: AimFacts, value: Exact): boolean | undefined {
  const { metFrom: enough, target, direction, aim } = facts
  if (target === undefined || direction === undefined) return undefined
  const against = compare(value, enough ?? target)
  const sign = boundSign(aim) ?? direction
  if (sign !== 0) return against !== -sign
  const written = aim.target?.value ?? aim.baseline?.value
  return against === 0 || (written !== undefined && compare(absolute(subtract(value, target)), halfDigit(written)) <= 0)
}
