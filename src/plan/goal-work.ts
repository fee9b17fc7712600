import { isOpen } from './alive.js'
import { countWorkingDays } from './calendar.js'
import { dayNumber } from './dates.js'
import { effortOf } from './effort.js'
import type { Goal, Person, Task } from './elements.js'
import { rational, toExact } from './exact.js'
import type { Window } from './goal-time.js'
import type { GoalFacts } from './goals.js'
import { plannedDays } from './load.js'
import { once, values } from './once.js'
import { areAssigneesKnown } from './people.js'
import type { Plan } from './plan.js'
import { capacityOf, presenceOf } from './presence.js'
import { progressOf } from './progress.js'
import type { Exact, PlainDate } from './quantity.js'
import { Rational } from './rational.js'
import { schedule } from './schedule.js'

/** The day on which a task is to end: its written due date, else the scheduled end. */
function dueOf(plan: Plan, task: Task): PlainDate | undefined {
  return task.due?.date ?? schedule(plan).of(task)?.end
}

/** The goal has tasks, and every one of them is due after its deadline. */
export function isWorkAfterDeadline(plan: Plan, { tasks, deadline }: GoalFacts): boolean {
  if (deadline === undefined || tasks.length === 0) return false
  return tasks.every((task) => (dueOf(plan, task) ?? deadline) > deadline)
}

/** More work than time: hours, as exact numbers. */
export interface Shortfall {
  readonly needed: Exact
  readonly available: Exact
  readonly people: readonly Person[]
}

/**
 * The work that is left in a goal's open tasks against the hours that their people have from the status date (or the goal's start) to the
 * deadline, less what they do for other goals in that time. Undefined when it is enough or cannot be known. Tasks that look back
 * (`wrapup`) come after the deadline and do not count.
 */
export function shortfallOf(plan: Plan, facts: GoalFacts): Shortfall | undefined {
  return shortfalls(plan).of(facts.goal, () => computeShortfall(plan, facts))
}

const shortfalls = values<Goal, Shortfall | undefined>()

function computeShortfall(plan: Plan, { goal, tasks, start, deadline }: GoalFacts): Shortfall | undefined {
  const today = plan.statusDate.date
  const from = start !== undefined && start > today ? start : today
  if (deadline === undefined || deadline < from) return undefined
  const open = tasks.filter((task) => isOpen(task) && !task.wrapup)
  if (!open.every((task) => areAssigneesKnown(plan, task))) return undefined
  const needed = open.reduce((total, task) => total.add(remaining(plan, task)), rational(0))
  const people = [...new Set(open.flatMap((task) => effortOf(plan, task).assignees))]
  if (people.length === 0 || needed.compare(0) <= 0) return undefined
  const window = { start: from, end: deadline }
  const free = hoursFree(plan, people, window, needed, (person) => openHours(plan).get(person) ?? rational(0))
  if (!free || needed.compare(free) <= 0) return undefined // enough even if all other work fell into the time
  const available = hoursFree(plan, people, window, needed, (person) => hoursForOthers(plan, person, goal, window))
  return available && needed.compare(available) > 0 ? { needed: toExact(needed), available: toExact(available), people } : undefined
}

function remaining(plan: Plan, task: Task): Rational {
  const total = effortOf(plan, task).total ?? Rational.zero
  const progress = progressOf(task)
  return progress === undefined ? total : total.mul(Rational.one.sub(rational(progress)))
}

/** What the people have left, counted no further than to what is enough. Undefined when somebody's weekly hours are unknown. */
function hoursFree(
  plan: Plan,
  people: readonly Person[],
  { start, end }: Window,
  enough: Rational,
  taken: (person: Person) => Rational,
): Rational | undefined {
  let total = rational(0)
  for (const person of people) {
    const capacity = capacityOf(plan, person, dayNumber(start), dayNumber(end))
    if (!capacity) return undefined
    const free = capacity.sub(taken(person))
    if (free.sign > 0) total = total.add(free)
    if (total.compare(enough) >= 0) break
  }
  return total
}

const openTasks = once((plan: Plan): ReadonlyMap<Person, readonly Task[]> => {
  const found = new Map<Person, Task[]>()
  for (const task of plan.all('task').filter(isOpen)) {
    for (const person of effortOf(plan, task).shares.keys()) {
      const known = found.get(person)
      if (known) known.push(task)
      else found.set(person, [task])
    }
  }
  return found
})

const openHours = once((plan: Plan): ReadonlyMap<Person, Rational> => {
  const sums = [...openTasks(plan)].map(([person, tasks]) => {
    const total = tasks.reduce((sum, task) => sum.add(effortOf(plan, task).shares.get(person) ?? 0), Rational.zero)
    return [person, total] as const
  })
  return new Map(sums)
})

/** A person's hours in tasks of other goals that fall into the window, spread evenly over the days of each task. */
function hoursForOthers(plan: Plan, person: Person, goal: Goal, window: Window): Rational {
  const { calendar } = presenceOf(plan, person)
  let total = rational(0)
  for (const task of openTasks(plan).get(person) ?? []) {
    const goals = plan.findAll(task.for, 'goal')
    const days = plannedDays(plan, task)
    const hours = effortOf(plan, task).shares.get(person)
    if (!hours || !days || goals.length === 0 || goals.includes(goal)) continue
    const all = countWorkingDays(calendar, days.from, days.to)
    const within = countWorkingDays(calendar, Math.max(days.from, dayNumber(window.start)), Math.min(days.to, dayNumber(window.end)))
    if (all > 0 && within > 0) total = total.add(hours.mul(within).div(all))
  }
  return total
}
