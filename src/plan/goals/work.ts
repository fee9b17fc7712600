import type { Goal, Task, Worker } from '../elements/elements.js'
import { isOpen } from '../model/active.js'
import { onceWhileSame, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { effortOf } from '../people/effort.js'
import { areAssigneesKnown } from '../people/people.js'
import { countWorkingDays } from '../quantity/calendar.js'
import { dayNumber } from '../quantity/days.js'
import { rational, toExact } from '../quantity/exact.js'
import type { Exact, PlainDate, Window } from '../quantity/quantity.js'
import { Rational } from '../quantity/rational.js'
import { plannedDays } from '../schedule/load.js'
import { capacityOf, presenceOf } from '../schedule/presence.js'
import { progressOf } from '../schedule/progress.js'
import { schedule } from '../schedule/schedule.js'
import type { GoalFacts } from './goals.js'

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
  readonly people: readonly Worker[]
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
  let needed = Rational.zero
  const workers = new Set<Worker>()
  for (const task of tasks) {
    if (!isOpen(task) || task.wrapup) continue
    if (!areAssigneesKnown(plan, task)) return undefined
    const { total, assignees } = effortOf(plan, task)
    if (total) needed = needed.add(remaining(task, total))
    for (const person of assignees) workers.add(person)
  }
  if (workers.size === 0 || needed.compare(0) <= 0) return undefined
  const people = [...workers]
  const window = { start: from, end: deadline }
  const free = hoursFree(plan, people, window, needed, (person) => openWork(plan).get(person)?.hours ?? Rational.zero)
  if (!free || needed.compare(free) <= 0) return undefined // enough even if all other work fell into the time
  const available = hoursFree(plan, people, window, needed, (person) => hoursForOthers(plan, person, goal, window))
  return available && needed.compare(available) > 0 ? { needed: toExact(needed), available: toExact(available), people } : undefined
}

/** What is left of the hours of a task. */
function remaining(task: Task, total: Rational): Rational {
  const progress = progressOf(task)
  return progress === undefined ? total : total.mul(Rational.one.sub(rational(progress)))
}

/** What the people have left, counted no further than to what is enough. Undefined when somebody's weekly hours are unknown. */
function hoursFree(
  plan: Plan,
  people: readonly Worker[],
  { start, end }: Window,
  enough: Rational,
  taken: (person: Worker) => Rational,
): Rational | undefined {
  let total = Rational.zero
  for (const person of people) {
    const capacity = capacityOf(plan, person, dayNumber(start), dayNumber(end))
    if (!capacity) return undefined
    const free = capacity.sub(taken(person))
    if (free.sign > 0) total = total.add(free)
    if (total.compare(enough) >= 0) break
  }
  return total
}

interface OpenWork {
  readonly tasks: Task[]
  hours: Rational
}

/** The open tasks of each person who has hours in them, and the sum of these hours. */
const openWork = onceWhileSame((plan: Plan): ReadonlyMap<Worker, Readonly<OpenWork>> => {
  const found = new Map<Worker, OpenWork>()
  for (const task of plan.all('task')) {
    if (!isOpen(task)) continue
    for (const [person, hours] of effortOf(plan, task).shares) {
      const known = found.get(person)
      if (known) {
        known.tasks.push(task)
        known.hours = known.hours.add(hours)
      } else found.set(person, { tasks: [task], hours })
    }
  }
  return found
})

/** A person's hours in tasks of other goals that fall into the window, spread evenly over the days of each task. */
function hoursForOthers(plan: Plan, person: Worker, goal: Goal, window: Window): Rational {
  const { calendar } = presenceOf(plan, person)
  let total = Rational.zero
  for (const task of openWork(plan).get(person)?.tasks ?? []) {
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
