import type { Plan } from '../model/plan.js'
import { latestActual, valueIn } from '../numbers/actuals.js'
import { type AimFacts, amountOn, satisfies } from '../numbers/aims.js'
import type { Exact } from '../quantity/quantity.js'
import type { GoalFacts } from './goals.js'

/** A value that a measurable has reached. */
export interface ReachedValue {
  readonly aim: AimFacts
  readonly value: Exact
}

/**
 * The values with which every measurable of a goal is satisfied on the status date, or undefined when one is not, or is unknown. Only a
 * value of a period after the baseline counts. A goal that merely holds its numbers is met at its deadline and not before.
 */
export function reachedValues(plan: Plan, goal: GoalFacts): readonly ReachedValue[] | undefined {
  if (goal.aims.length === 0 || goal.aims.every((aim) => aim.isHold)) return undefined
  const reached: ReachedValue[] = []
  for (const aim of goal.aims) {
    const value = currentValue(plan, goal, aim)
    if (value === undefined || !satisfies(aim, value)) return undefined
    reached.push({ aim, value })
  }
  return reached
}

/** The latest actual after the baseline; of a number that adds up, its sum over the target window once that is known. */
function currentValue(plan: Plan, { start }: GoalFacts, aim: AimFacts): Exact | undefined {
  const { facts, targetWindow, baselineWindow, unit } = aim
  if (!facts) return undefined
  if (facts.additivity === 'additive') return targetWindow && valueIn(plan, facts.name, targetWindow)
  const latest = latestActual(plan, facts.name, plan.statusDate.date)
  const after = baselineWindow?.end ?? start
  if (!latest || after === undefined || latest.period.start <= after) return undefined
  return amountOn(unit, latest.value)
}
