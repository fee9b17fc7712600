import type Fraction from 'fraction.js'
import type { Person, Task } from './elements.js'
import { fraction } from './exact.js'
import { once } from './once.js'
import { personsBehind } from './people.js'
import type { Plan } from './plan.js'
import type { Measurement } from './quantity.js'
import { hoursOf } from './units.js'

/** How much work a task is and whose. Hours as exact rationals. */
export interface Effort {
  /** What all its people have together; `effort` where that says more or nobody has any. Undefined when the text does not say. */
  readonly total: Fraction | undefined
  /** Hours of each person, in the order of the task. A person without known hours is not in it. */
  readonly shares: ReadonlyMap<Person, Fraction>
  readonly assignees: readonly Person[]
  /** `effort` as written. */
  readonly stated: Fraction | undefined
  /** The sum of the hours behind `@`, when each has its own. */
  readonly ofPeople: Fraction | undefined
}

const efforts = once((_plan: Plan) => new WeakMap<Task, Effort>())

/**
 * The effort of a task. Hours of a team or role are shared evenly among its people; `effort` beyond the hours given is shared evenly among
 * the assignees that have none.
 */
export function effortOf(plan: Plan, task: Task): Effort {
  const memo = efforts(plan)
  const known = memo.get(task)
  if (known) return known
  const effort = computeEffort(plan, task)
  memo.set(task, effort)
  return effort
}

function computeEffort(plan: Plan, task: Task): Effort {
  const stated = inHours(plan, task.effort)
  const shares = new Map<Person, Fraction>()
  const assignees = new Set<Person>()
  let given = fraction(0)
  let hasHours = 0
  for (const { actor, hours } of task.assignments) {
    const persons = personsBehind(plan, actor)
    for (const person of persons) assignees.add(person)
    const amount = inHours(plan, hours)
    if (!amount) continue
    hasHours++
    given = given.add(amount)
    for (const person of persons) shares.set(person, amount.div(persons.length).add(shares.get(person) ?? 0))
  }
  const without = [...assignees].filter((person) => !shares.has(person))
  const rest = stated?.sub(given)
  if (rest && rest.compare(0) >= 0) for (const person of without) shares.set(person, rest.div(without.length))
  const isAllGiven = hasHours > 0 && hasHours === task.assignments.length
  return {
    total: isAllGiven || !stated ? (hasHours > 0 ? given : undefined) : stated.compare(given) < 0 ? given : stated,
    shares,
    assignees: [...assignees],
    stated,
    ofPeople: isAllGiven ? given : undefined,
  }
}

function inHours(plan: Plan, measurement: Measurement | undefined): Fraction | undefined {
  const hours = measurement && hoursOf(measurement, plan.calendar)
  return hours === undefined ? undefined : fraction(hours)
}
