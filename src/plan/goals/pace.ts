import type { ActualRow } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { latestActual } from '../numbers/actuals.js'
import { type AimFacts, amountOn, halfDigit } from '../numbers/aims.js'
import { daysBetween } from '../quantity/days.js'
import { absolute, add, compare, divide, exact, multiply, subtract } from '../quantity/exact.js'
import type { Exact, PlainDate } from '../quantity/quantity.js'
import { everyGoal } from './goals.js'

/** Where a measurable stands between baseline and target. Values are in base units of its number. */
export interface Pace {
  readonly goal: string
  readonly number: string
  /** The latest actual that has begun on the status date. */
  readonly row: ActualRow
  readonly actual: Exact
  /** On the straight line from baseline to target, at the end of the actual's period. */
  readonly expected: Exact
  /** `on` when the two differ by no more than half of the target's last written digit. */
  readonly standing: 'ahead' | 'on' | 'behind'
}

/** The pace of every measurable for which baseline, target, both windows, direction and an actual are known, in the order of the plan. */
export const paces: (plan: Plan) => readonly Pace[] = once((plan) =>
  everyGoal(plan)
    .filter((facts) => !facts.isDropped)
    .flatMap((facts) => facts.aims.flatMap((aim) => paceOf(plan, aim) ?? [])),
)

/** The pace of one measurable, or undefined where too little is known. */
function paceOf(plan: Plan, facts: AimFacts): Pace | undefined {
  const { number, unit, direction, aim } = facts
  const row = number && latestActual(plan, number.name, plan.statusDate.date)
  const actual = row && amountOn(unit, row.value)
  const expected = row && expectedOn(facts, row.period.end)
  if (!row || actual === undefined || expected === undefined || !direction) return undefined
  const written = aim.target?.value ?? aim.baseline?.value
  const isOn = written !== undefined && compare(absolute(subtract(actual, expected)), halfDigit(written)) <= 0
  const standing = isOn ? 'on' : compare(actual, expected) === direction ? 'ahead' : 'behind'
  return { goal: facts.goal.name, number: number.name, row, actual, expected, standing }
}

/** The value on the straight line between baseline and target on a date; before and after the line its ends. */
export function expectedOn({ baseline, target, baselineWindow, targetWindow }: AimFacts, date: PlainDate): Exact | undefined {
  if (baseline === undefined || target === undefined || !baselineWindow || !targetWindow) return undefined
  const length = daysBetween(baselineWindow.end, targetWindow.end)
  if (length <= 0) return undefined
  const passed = Math.min(Math.max(daysBetween(baselineWindow.end, date), 0), length)
  const share = divide(exact(passed), exact(length))
  return share === undefined ? undefined : add(baseline, multiply(subtract(target, baseline), share))
}
