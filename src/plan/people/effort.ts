import type { Task, Worker } from '../elements/elements.js'
import { values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { rational } from '../quantity/exact.js'
import type { Measurement } from '../quantity/quantity.js'
import { Rational } from '../quantity/rational.js'
import { hoursOf } from '../quantity/units.js'
import { workersBehind } from './people.js'

/** How much work a task is and whose. Hours as exact rationals. */
export interface Effort {
  /** What all its people have together; `effort` where that says more or nobody has any. Undefined when the text does not say. */
  readonly total: Rational | undefined
  /** Hours of each person, in the order of the task. A person without known hours is not in it. */
  readonly shares: ReadonlyMap<Worker, Rational>
  readonly assignees: readonly Worker[]
  /** `effort` as written. */
  readonly stated: Rational | undefined
  /** The sum of the hours behind `@`, when each has its own. */
  readonly ofPeople: Rational | undefined
}

const efforts = values<Task, Effort>()

/**
 * The effort of a task. Hours of a team or role are shared evenly among its people; `effort` beyond the hours given is shared evenly among
 * the assignees that have none. A crowd behind a name has the hours as a whole and nobody in it a share.
 */
export function effortOf(plan: Plan, task: Task): Effort {
  return efforts(plan).of(task, () => computeEffort(plan, task))
}

function computeEffort(plan: Plan, task: Task): Effort {
  const stated = inHours(plan, task.effort)
  const shares = new Map<Worker, Rational>()
  const groups = task.assignments.map(({ actor }) => workersBehind(plan, actor))
  const [first] = groups
  const assignees = first && groups.length === 1 ? first : [...new Set(groups.flat())]
  let given = Rational.zero
  let hasHours = 0
  for (const [index, persons] of groups.entries()) {
    const amount = inHours(plan, task.assignments[index]?.hours)
    if (!amount) continue
    hasHours++
    given = given.add(amount)
    const share = persons.length > 1 ? amount.div(persons.length) : amount
    for (const person of persons) shares.set(person, shares.get(person)?.add(share) ?? share)
  }
  if (stated && stated.compare(given) >= 0) shareOut(stated.sub(given), assignees, shares)
  const isAllGiven = hasHours > 0 && hasHours === task.assignments.length
  return {
    total: isAllGiven || !stated ? (hasHours > 0 ? given : undefined) : stated.compare(given) < 0 ? given : stated,
    shares,
    assignees,
    stated,
    ofPeople: isAllGiven ? given : undefined,
  }
}

/** Gives the hours that are left to those who have none yet. */
function shareOut(rest: Rational, assignees: readonly Worker[], shares: Map<Worker, Rational>): void {
  const without = assignees.filter((person) => !shares.has(person))
  for (const person of without) shares.set(person, rest.div(without.length))
}

function inHours(plan: Plan, measurement: Measurement | undefined): Rational | undefined {
  const hours = measurement && hoursOf(measurement, plan.calendar)
  return hours === undefined ? undefined : rational(hours)
}
