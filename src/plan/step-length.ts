import { countWorkingDays } from './calendar.js'
import { addDuration, type DayNumber, dateOf, dayNumber } from './dates.js'
import { effortOf } from './effort.js'
import type { Person, Task } from './elements.js'
import { rational } from './exact.js'
import type { Plan } from './plan.js'
import type { Rational } from './rational.js'
import { hoursOf } from './units.js'

/** How long a task lasts, and whether the text says so or it is only assumed for the forward pass. */
export interface Length {
  /** In working days, at least 1. */
  readonly days: number
  readonly isKnown: boolean
}

/** The length of a task that starts on a day: by its two written dates, else by `takes`, else by its effort, else one day as an assumption. */
export function lengthOf(plan: Plan, task: Task, start: DayNumber): Length {
  if (task.start && task.due) {
    return known(countWorkingDays(plan.calendar, dayNumber(task.start.date), dayNumber(task.due.date)))
  }
  if (task.takes) return known(daysTaken(plan, task.takes, start))
  const days = daysOfEffort(plan, task)
  return days === undefined ? { days: 1, isKnown: false } : known(days)
}

function known(days: number): Length {
  return { days: Math.max(1, days), isKnown: true }
}

/** Working time as working days; calendar time as the working days among the days from the start on. */
function daysTaken(plan: Plan, takes: NonNullable<Task['takes']>, start: DayNumber): number {
  if (!takes.unit.isWorkingTime) {
    const end = dayNumber(addDuration(dateOf(start), takes, plan.calendar)) - 1
    return countWorkingDays(plan.calendar, start, end)
  }
  const hours = hoursOf(takes, plan.calendar)
  return hours === undefined ? 1 : rational(hours).div(rational(plan.calendar.hoursPerDay)).ceil().valueOf()
}

/** The days that the slowest assignee needs. */
function daysOfEffort(plan: Plan, task: Task): number | undefined {
  let longest: number | undefined
  for (const [person, hours] of effortOf(plan, task).shares) {
    const days = hours.div(hoursPerDay(plan, person)).ceil().valueOf()
    longest = Math.max(longest ?? 0, days)
  }
  return longest
}

/** The weekly hours spread over the working days, else the hours of a working day. */
function hoursPerDay(plan: Plan, person: Person): Rational {
  const weekly = person.works && weeklyHours(plan, person)
  return weekly && weekly.sign > 0 ? weekly.div(plan.calendar.workdays.length) : rational(plan.calendar.hoursPerDay)
}

/** The hours that a person works a week; undefined where the plan does not say. */
export function weeklyHours(plan: Plan, person: Person): Rational | undefined {
  const hours = person.works && hoursOf(person.works, plan.calendar)
  return hours === undefined ? undefined : rational(hours)
}
