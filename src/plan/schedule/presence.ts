import type { Worker } from '../elements/elements.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { everyWorker } from '../people/people.js'
import { type Calendar, countWorkingDays, withDaysOff } from '../quantity/calendar.js'
import type { DayNumber } from '../quantity/days.js'
import type { Rational } from '../quantity/rational.js'
import { weeklyHours } from './step-length.js'

/** When a person is there, and for how many hours. */
export interface Presence {
  /** The plan's calendar without the days on which the person is away. */
  readonly calendar: Calendar
  /** Hours a week; undefined where the plan does not say. */
  readonly weekly: Rational | undefined
}

const presences = onceWhileSame(
  (plan: Plan): ReadonlyMap<Worker, Presence> =>
    new Map(
      everyWorker(plan).map((worker) => [
        worker,
        { calendar: worker.kind === 'person' ? withDaysOff(plan.calendar, worker.away) : plan.calendar, weekly: weeklyHours(plan, worker) },
      ]),
    ),
)

/** When a person is there. */
export function presenceOf(plan: Plan, person: Worker): Presence {
  return presences(plan).get(person) ?? { calendar: plan.calendar, weekly: weeklyHours(plan, person) }
}

/** The hours that a person can work from one day to another, both included; undefined without weekly hours. */
export function capacityOf(plan: Plan, person: Worker, from: DayNumber, to: DayNumber): Rational | undefined {
  const { calendar, weekly } = presenceOf(plan, person)
  return weekly?.mul(Math.max(0, countWorkingDays(calendar, from, to))).div(plan.calendar.workdays.length)
}
