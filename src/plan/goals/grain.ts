import type { Plan } from '../model/plan.js'
import type { AimFacts } from '../numbers/aims.js'
import { endsOn, isShorterThan, lastPeriodWithin } from '../numbers/goal-time.js'
import { periodAt } from '../quantity/periods.js'
import type { PlainDate } from '../quantity/quantity.js'
import type { GoalFacts } from './goals.js'

/** The grain of the number is longer than the goal's horizon, and no period of it ends within: there will be no value by the deadline. */
export function lacksValueByDeadline(plan: Plan, { horizon }: GoalFacts, { facts }: AimFacts): boolean {
  if (!horizon || !facts?.grain) return false
  return isShorterThan(plan, horizon, facts.grain) && !lastPeriodWithin(plan, facts.grain, horizon)
}

/** Why a deadline does not fit the periods in which a number is measured, with the day that a fitting one would be on. */
export interface GrainMisfit {
  readonly reason: 'short horizon' | 'inside a period' | 'target after deadline'
  /** The period that the deadline cuts, or the target's. */
  readonly period: string
  /** The last working day of that period. */
  readonly better: PlainDate
}

/** Undefined where the deadline fits, and where there is no value at all (see `lacksValueByDeadline`). */
export function grainMisfit(plan: Plan, goal: GoalFacts, aim: AimFacts): GrainMisfit | undefined {
  const { horizon } = goal
  const grain = aim.facts?.grain
  if (!horizon || lacksValueByDeadline(plan, goal, aim)) return undefined
  const written = aim.aim.target?.window ?? aim.aim.change?.window
  if (written) {
    const better = endsOn(plan, written)
    return better > horizon.end ? { reason: 'target after deadline', period: written.text, better } : undefined
  }
  if (!grain || !aim.facts) return undefined
  const around = periodAt(grain, horizon.end)
  const better = endsOn(plan, around)
  if (horizon.end < better) return { reason: 'inside a period', period: around.text, better }
  const isSnapshot = aim.facts.additivity === 'semi' // a value at the end needs no whole period before it
  return !isSnapshot && isShorterThan(plan, horizon, grain) ? { reason: 'short horizon', period: around.text, better } : undefined
}
