import type { ActualRow } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { addWorkingDays } from '../quantity/calendar.js'
import { addDays } from '../quantity/days.js'
import { nextPeriod } from '../quantity/periods.js'
import type { Grain, PlainDate } from '../quantity/quantity.js'

/** Working days that people take to look at the numbers of a period. */
const toLookAt = 10

/** The last day on which nobody need miss the value of the period behind a day: its end, and ten working days. */
function nextValueDue(plan: Plan, grain: Grain | undefined, end: PlainDate): PlainDate {
  return addWorkingDays(plan.calendar, grain === undefined ? end : nextPeriod({ grain, end }).end, toLookAt)
}

/** True in a running plan when the next value should have come by the status date: what is known says nothing of today. */
export function isTooOld(plan: Plan, { period }: ActualRow): boolean {
  return plan.stage === 'running' && nextValueDue(plan, period.grain, period.end) < plan.statusDate.date
}

/** True when the first value of a number behind a day should have come by the status date. */
export function isFirstOverdue(plan: Plan, grain: Grain | undefined, since: PlainDate): boolean {
  return nextValueDue(plan, grain ?? 'month', addDays(since, -1)) < plan.statusDate.date
}
