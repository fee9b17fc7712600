import type { Task, Worker } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { effortOf } from '../people/effort.js'
import { countWorkingDays } from '../quantity/calendar.js'
import { type DayNumber, dateOf, dayNumber } from '../quantity/days.js'
import { lastDayOf } from '../quantity/durations.js'
import { rational } from '../quantity/exact.js'
import type { Grain } from '../quantity/quantity.js'
import type { Rational } from '../quantity/rational.js'
import { hoursOf, isDuration, toBase } from '../quantity/units.js'

/**
 * The working days, at least 1, of a task without two written dates that starts on a day: by `takes`, else by its effort. Undefined where the
 * text does not say.
 */
export function lengthOf(plan: Plan, task: Task, start: DayNumber): number | undefined {
  const days = task.takes ? daysTaken(plan, task.takes, start) : daysOfEffort(plan, task)
  return days === undefined ? undefined : Math.max(1, days)
}

/** Working time as working days; calendar time as the working days among the days from the start on. */
function daysTaken(plan: Plan, takes: NonNullable<Task['takes']>, start: DayNumber): number | undefined {
  if (!takes.unit.isWorkingTime) {
    return countWorkingDays(plan.calendar, start, dayNumber(lastDayOf(dateOf(start), takes, plan.calendar)))
  }
  const hours = hoursOf(takes, plan.calendar)
  return hours === undefined ? undefined : rational(hours).div(rational(plan.calendar.hoursPerDay)).ceil().valueOf()
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
function hoursPerDay(plan: Plan, person: Worker): Rational {
  const weekly = person.works && weeklyHours(plan, person)
  return weekly && weekly.sign > 0 ? weekly.div(plan.calendar.workdays.length) : rational(plan.calendar.hoursPerDay)
}

/** The hours that a person works a week: as written, or a share of the workweek. Undefined where the plan does not say. */
export function weeklyHours(plan: Plan, person: Worker): Rational | undefined {
  const { works, worksPer } = person
  if (!works) return undefined
  const { hoursPerDay: day, workdays } = plan.calendar
  if (!isDuration(works.unit)) return rational(toBase(works)).mul(rational(day)).mul(workdays.length)
  const hours = hoursOf(works, plan.calendar)
  return hours === undefined ? undefined : rational(hours).div(weeksIn(worksPer ?? 'week', workdays.length))
}

/** Weeks of work in a period: a day is one of the workweek's, a year has 52. */
function weeksIn(grain: Grain, workdays: number): Rational {
  const weeks: Readonly<Record<Grain, string>> = { day: `1/${workdays}`, week: '1', month: '13/3', quarter: '13', year: '52' }
  return rational(weeks[grain])
}
