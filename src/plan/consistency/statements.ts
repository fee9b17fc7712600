import type { Budget, Goal } from '../elements/elements.js'
import { everyGoal, type GoalFacts } from '../goals/goals.js'
import type { Plan } from '../model/plan.js'
import { currencyOf, money } from '../money/money.js'
import { type AimFacts, amountOn, halfDigit } from '../numbers/aims.js'
import { type NumberFacts, numbers } from '../numbers/numbers.js'
import { rational } from '../quantity/exact.js'
import { periodAt } from '../quantity/periods.js'
import type { Exact, Measurement, Window } from '../quantity/quantity.js'
import type { Rational } from '../quantity/rational.js'
import { formatMeasurement, toBase } from '../quantity/units.js'
import type { Place } from '../text/place.js'
import { type Interval, point, productOf, sumOf } from './interval.js'

/** What a plan says of one number, in base units of the number. */
export interface Said {
  /** `actual`: as it is today. */
  readonly role: 'target' | 'guard' | 'limit' | 'budget' | 'actual'
  readonly number: string
  /** The days that it speaks of; undefined for what holds in every period. */
  readonly window: Window | undefined
  /** What the goal is limited to, as sorted names: numbers of different scopes are different numbers. Undefined for any scope. */
  readonly scope: string | undefined
  /** As written, with what rounding leaves open: `5%` is all from 4.5% to 5.5%. */
  readonly interval: Interval
  /** As written: `5%` is 5%. */
  readonly nominal: Interval
  readonly place: Place
  /** The value as a message shows it. */
  readonly text: string
  /** Of a target or guard. */
  readonly goal: Goal | undefined
  /** Of a target. */
  readonly aim: AimFacts | undefined
}

/** Targets and guards of all goals that are not dropped, and the money planned for them, in the order of the text. */
export function saidInGoals(plan: Plan): readonly Said[] {
  return everyGoal(plan).flatMap((facts) => {
    if (facts.isDropped) return []
    const scope = [...new Set(facts.goal.scope.map(({ name }) => name))].sort().join(' ')
    return [...facts.aims.flatMap((aim) => targetOf(aim, scope)), ...guardsOf(plan, facts, scope), ...plannedMoney(plan, facts, scope)]
  })
}

/** The bounds of a metric, and the least value of a measure. */
export function limitsOf({ element, unit, hasError }: NumberFacts): readonly Said[] {
  if (hasError) return []
  const limit = (place: Place, text: string, interval: Interval): Said => ({
    role: 'limit',
    number: element.name,
    window: undefined,
    scope: undefined,
    interval,
    nominal: interval,
    place,
    text,
    goal: undefined,
    aim: undefined,
  })
  if (element.kind === 'measure') {
    const least = element.atLeast && amountOn(unit, element.atLeast)
    if (!element.atLeast || least === undefined || rational(least).sign < 0) return []
    return [limit(element.atLeast.place, element.atLeast.text, { low: rational(least), high: undefined })]
  }
  const { bounds } = element
  const low = bounds && amountOn(unit, bounds.low)
  const high = bounds && amountOn(unit, bounds.high)
  if (!bounds || low === undefined || high === undefined || rational(low).compare(rational(high)) >= 0) return []
  return [limit(bounds.place, `${bounds.low.text} .. ${bounds.high.text}`, { low: rational(low), high: rational(high) })]
}

function targetOf(aim: AimFacts, scope: string): Said[] {
  const { targetWindow: window, number, unit, target, goal } = aim
  if (!number || !unit || !window || target === undefined || aim.isContradictory) return []
  const interval = allowedBy(aim, target)
  const nominal = aim.aim.target?.bound ? interval : point(rational(target))
  const place = aim.aim.target?.place ?? aim.aim.place
  const text = aim.aim.target?.value.text ?? formatMeasurement(target, unit)
  return [{ role: 'target', number: number.name, window, scope, interval, nominal, place, text, goal, aim }]
}

/** A bound is taken as written, any other value as far as its last digit goes. */
function allowedBy({ aim, target: computed, baseline, isChangeRelative }: AimFacts, target: Exact): Interval {
  if (aim.target) {
    const value = rational(target)
    return aim.target.bound ? bounded(aim.target.bound, value) : around(value, aim.target.value)
  }
  if (!aim.baseline || baseline === undefined || computed === undefined) return point(rational(target))
  const start = around(rational(toBase(aim.baseline.value)), aim.baseline.value)
  if (!aim.change) return start
  if (!isChangeRelative) return sumOf(start, around(rational(computed).sub(rational(baseline)), aim.change.value))
  return rational(baseline).isZero
    ? point(rational(target))
    : productOf(start, around(rational(computed).div(rational(baseline)), aim.change.value))
}

function around(value: Rational, written: Measurement): Interval {
  const half = rational(halfDigit(written))
  return { low: value.sub(half), high: value.add(half) }
}

function bounded(bound: 'at least' | 'at most', value: Rational): Interval {
  return bound === 'at least' ? { low: value, high: undefined } : { low: undefined, high: value }
}

function guardsOf(plan: Plan, { goal, horizon }: GoalFacts, scope: string): Said[] {
  return goal.guards.flatMap((guard) => {
    const facts = numberOf(plan, guard.number)
    const value = amountOn(facts?.unit, guard.value)
    if (!facts || facts.hasError || value === undefined || !horizon) return []
    const interval = bounded(guard.bound, rational(value))
    const window = guard.per ? periodAt(guard.per, horizon.end) : horizon
    const { place } = guard
    return [
      {
        role: 'guard',
        number: facts.name,
        window,
        scope,
        interval,
        nominal: interval,
        place,
        text: guard.value.text,
        goal,
        aim: undefined,
      },
    ]
  })
}

function numberOf(plan: Plan, ref: { readonly name: string }): NumberFacts | undefined {
  return numbers(plan).get(plan.find(ref, 'measure', 'metric')?.name ?? '')
}

/**
 * The total of the only budget for a goal that limits a cost: what the goal's one sum of money will come to. Where the cost rests on several
 * sums of money, or several budgets serve the goal, nothing says which money is meant.
 */
function plannedMoney(plan: Plan, facts: GoalFacts, scope: string): Said[] {
  const { goal, horizon } = facts
  const spending = new Set(facts.aims.filter(isCost).flatMap((aim) => moneyUnder(plan, aim)))
  const [number, ...more] = [...spending]
  const budgets = plan.all('budget').filter(({ for: goals }) => goals.some(({ name }) => name === goal.name))
  const [budget] = budgets
  if (!number || more.length > 0 || !budget || budgets.length > 1 || budget.for.length > 1 || !horizon) return []
  const total = totalOf(plan, budget)
  const unit = numberOf(plan, { name: number })?.unit
  if (total === undefined || !budget.total || !unit || amountOn(unit, budget.total) === undefined) return []
  const { place, text } = budget.total
  return [
    {
      role: 'budget',
      number,
      window: horizon,
      scope,
      interval: around(rational(total), budget.total),
      nominal: point(rational(total)),
      place,
      text,
      goal,
      aim: undefined,
    },
  ]
}

function isCost({ facts, unit, isReadable }: AimFacts): boolean {
  return isReadable && facts?.isQuotient === true && unit?.bases.some(({ kind, exponent }) => kind === 'money' && exponent === 1) === true
}

function moneyUnder(plan: Plan, { number }: AimFacts): readonly string[] {
  return numbers(plan)
    .measuresUnder(number?.name ?? '')
    .filter((measure) => measure.in?.unit.bases.some(({ kind }) => kind === 'money'))
    .map(({ name }) => name)
}

function totalOf(plan: Plan, budget: Budget): Exact | undefined {
  const known = money(plan).budgets.find((one) => one.budget === budget)
  return budget.total && currencyOf(budget.total) !== undefined ? known?.total : undefined
}
