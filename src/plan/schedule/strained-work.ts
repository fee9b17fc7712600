import type { Person, Task, Worker } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { effortOf } from '../people/effort.js'
import { areAssigneesKnown } from '../people/people.js'
import { type Calendar, countWorkingDays, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { type DayNumber, dateOf } from '../quantity/days.js'
import { rational } from '../quantity/exact.js'
import type { PlainDate } from '../quantity/quantity.js'
import type { Rational } from '../quantity/rational.js'
import { type DaySpan, plannedDays } from './load.js'
import { capacityOf, presenceOf } from './presence.js'

/** The only assignee of a task, away while it runs. */
export interface Absence {
  readonly person: Person
  /** Working days of the task, and those of them on which the person is away. */
  readonly days: number
  readonly away: number
}

/** More hours of a person in a task than the person can work while it runs. */
export interface ImpossibleShare {
  readonly person: Worker
  readonly hours: Rational
  readonly capacity: Rational
  /** The first day by which the hours would be enough. */
  readonly enoughOn: PlainDate | undefined
}

/** The days on which a task runs, as far as its dates may be judged. */
export function judgedDays(plan: Plan, task: Task): DaySpan | undefined {
  const days = plannedDays(plan, task)
  return days?.isStuck ? undefined : days
}

/** How much of its time the only assignee of a task is away; undefined when never, or when there are several. */
export function absenceIn(plan: Plan, task: Task): Absence | undefined {
  const { assignees } = effortOf(plan, task)
  const [person] = assignees
  if (person?.kind !== 'person' || assignees.length > 1 || person.away.length === 0 || !areAssigneesKnown(plan, task)) return undefined
  const span = judgedDays(plan, task)
  if (!span) return undefined
  const days = countWorkingDays(plan.calendar, span.from, span.to)
  const away = days - countWorkingDays(presenceOf(plan, person).calendar, span.from, span.to)
  return away > 0 ? { person, days, away } : undefined
}

const noShares: readonly ImpossibleShare[] = []

/** The persons of a task whose hours cannot fit into it, even without other tasks; nobody where the only assignee is away throughout. */
export function impossibleShares(plan: Plan, task: Task): readonly ImpossibleShare[] {
  const span = task.mark === 'cancelled' ? undefined : judgedDays(plan, task)
  if (!span || countWorkingDays(plan.calendar, span.from, span.to) <= 0) return noShares
  let found: ImpossibleShare[] | undefined
  for (const [person, hours] of effortOf(plan, task).shares) {
    const capacity = capacityOf(plan, person, span.from, span.to)
    if (!capacity || hours.compare(capacity) <= 0) continue
    found ??= []
    found.push({ person, hours, capacity, enoughOn: enoughOn(plan, person, hours, span.from) })
  }
  return found && !isAwayThroughout(plan, task) ? found : noShares
}

function isAwayThroughout(plan: Plan, task: Task): boolean {
  const absence = absenceIn(plan, task)
  return absence !== undefined && absence.away === absence.days
}

function enoughOn(plan: Plan, person: Worker, hours: Rational, from: DayNumber): PlainDate | undefined {
  const { calendar, weekly } = presenceOf(plan, person)
  if (!weekly || weekly.compare(0) <= 0) return undefined
  return dayWith(calendar, from, hours.div(weekly).mul(calendar.workdays.length))
}

/** The first day by which so many working days have been used; undefined when that is more than ten years. */
function dayWith(calendar: Calendar, from: DayNumber, days: Rational): PlainDate | undefined {
  const count = days.ceil().valueOf()
  return count > 2600 ? undefined : dateOf(workingDayAt(calendar, workingDayIndex(calendar, from - 1) + count))
}

/** A task that asks for more hours a day than a working day has. */
export interface DailyRate {
  readonly hours: Rational
  readonly days: number
  readonly people: number
  /** Hours of each person on each working day. */
  readonly perDay: Rational
  readonly enoughOn: PlainDate | undefined
}

/** The hours a day that a task asks of each of its people, when a working day has fewer. */
export function excessiveRateOf(plan: Plan, task: Task): DailyRate | undefined {
  const span = judgedDays(plan, task)
  const { total, assignees } = effortOf(plan, task)
  const days = span ? countWorkingDays(plan.calendar, span.from, span.to) : 0
  if (!span || !total || days <= 0 || assignees.length === 0 || !areAssigneesKnown(plan, task)) return undefined
  const workday = rational(plan.calendar.hoursPerDay)
  if (total.compare(workday.mul(days * assignees.length)) <= 0) return undefined
  const perDay = total.div(days).div(assignees.length)
  const enough = dayWith(plan.calendar, span.from, total.div(workday).div(assignees.length))
  return { hours: total, days, people: assignees.length, perDay, enoughOn: enough }
}
