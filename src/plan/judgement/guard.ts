import type { ActualRow, Guard } from '../elements/elements.js'
import type { GoalFacts } from '../goals/goals.js'
import type { Plan } from '../model/plan.js'
import { latestActual } from '../numbers/actuals.js'
import { amountOn } from '../numbers/aims.js'
import { numbers } from '../numbers/numbers.js'
import { sumWithin } from '../numbers/sum-within.js'
import { compare } from '../quantity/exact.js'
import type { Exact } from '../quantity/quantity.js'

/** Whether a number that must not get worse has kept its limit. */
export interface GuardJudgement {
  readonly guard: Guard
  /** The value that is held against the limit, in base units, and the actual that it ends with. */
  readonly value: Exact | undefined
  readonly row: ActualRow | undefined
  readonly state: 'kept' | 'broken' | 'unknown'
}

/**
 * Judges a guard on the status date by the latest actual. A limit on what adds up, without `per`, is one on the sum over the goal's time: it
 * is broken when the sum is above it, or when it cannot be reached any more at the best pace so far.
 */
export function judgeGuard(plan: Plan, { start, horizon }: GoalFacts, guard: Guard): GuardJudgement {
  const facts = numbers(plan).get(guard.number.name)
  const row = latestActual(plan, guard.number.name, plan.statusDate.date)
  const limit = facts && amountOn(facts.unit, guard.value)
  const unknown: GuardJudgement = { guard, value: undefined, row, state: 'unknown' }
  if (!facts || facts.isInLoop || facts.hasError || !row || limit === undefined) return unknown
  if (!guard.per && facts.additivity === 'additive' && facts.grain !== undefined) {
    const sum = horizon && sumWithin(plan, facts, horizon)
    if (!sum) return unknown
    const isBroken = guard.bound === 'at most' ? compare(sum.sumSoFar, limit) > 0 : compare(sum.most, limit) < 0
    return { guard, value: sum.sumSoFar, row: sum.last, state: isBroken ? 'broken' : 'kept' }
  }
  const value = amountOn(facts.unit, row.value)
  const isOther = guard.per !== undefined && row.period.grain !== guard.per
  if (value === undefined || isOther || (start !== undefined && row.period.end < start)) return { ...unknown, value }
  const side = compare(value, limit)
  return { guard, value, row, state: (guard.bound === 'at most' ? side <= 0 : side >= 0) ? 'kept' : 'broken' }
}
