import type { Effect, Task } from '../elements/elements.js'
import { type AimFacts, amountOn } from '../numbers/aims.js'
import { absolute, multiply, negate, sum } from '../quantity/exact.js'
import type { Exact } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'
import type { GoalFacts } from './goals.js'

/** What a goal's tasks promise for one of its measurables. */
export interface PromisedEffects {
  /** The signed sum in base units; undefined when a task states no amount, or one that does not fit. */
  readonly total: Exact | undefined
  readonly effects: readonly { readonly task: Task; readonly effect: Effect }[]
}

/** The effects of a goal's tasks on the number of one of its measurables. */
export function promisedEffects({ tasks }: GoalFacts, aim: AimFacts): PromisedEffects {
  const effects = tasks.flatMap((task) =>
    task.expects.filter((effect) => effect.number.name === aim.aim.number.name).map((effect) => ({ task, effect })),
  )
  const amounts = effects.map(({ effect }) => signedAmount(aim, effect))
  return {
    effects,
    total: amounts.some((amount) => amount === undefined) ? undefined : sum(amounts.filter((amount) => amount !== undefined)),
  }
}

function signedAmount(aim: AimFacts, { by, direction }: Effect): Exact | undefined {
  const amount = by && amountOf(aim, by)
  return amount !== undefined && direction.direction === 'down' ? negate(absolute(amount)) : amount
}

function amountOf({ unit, baseline }: AimFacts, by: NonNullable<Effect['by']>): Exact | undefined {
  if (by.unit.nature === 'points') return unit?.nature === 'ratio' ? toBase(by) : undefined
  if (by.unit.symbol === '%') return baseline === undefined ? undefined : multiply(baseline, toBase(by))
  return amountOn(unit, by)
}
