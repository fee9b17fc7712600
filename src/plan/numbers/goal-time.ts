import type { Goal } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { lastWorkingDayUpTo, workingDays } from '../quantity/calendar.js'
import { daysBetween } from '../quantity/days.js'
import { lastDayOf } from '../quantity/durations.js'
import { type Period, periodAt, previousPeriod } from '../quantity/periods.js'
import type { Grain, PlainDate, Window } from '../quantity/quantity.js'
import { isDuration } from '../quantity/units.js'

/** When a goal runs. What the text does not settle is undefined. */
export interface GoalTime {
  readonly start: PlainDate | undefined
  readonly deadline: PlainDate | undefined
  /** From start to deadline; undefined unless both are known and in order. */
  readonly horizon: Window | undefined
}

/** The start is that of the goal's period, else the strategy's; the deadline is the period's end, the date of `by`, or the last day of `within` from the start. */
export function goalTime(plan: Plan, goal: Goal): GoalTime {
  const bound = goal.timebound
  const strategyStart = plan.strategy?.period?.start
  if (!bound) return timeOf(strategyStart, undefined)
  if ('period' in bound) return timeOf(bound.period.start, bound.period.end)
  if ('by' in bound) return timeOf(strategyStart, bound.by.date)
  if (!isDuration(bound.within.unit)) return timeOf(strategyStart, undefined)
  return timeOf(strategyStart, strategyStart && lastDayOf(strategyStart, bound.within, plan.calendar))
}

function timeOf(start: PlainDate | undefined, deadline: PlainDate | undefined): GoalTime {
  return { start, deadline, horizon: start && deadline && start <= deadline ? { start, end: deadline } : undefined }
}

/** Both days included. */
export function daysIn(window: Window): number {
  return daysBetween(window.start, window.end) + 1
}

export function overlap(a: Window, b: Window): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** The day on which a period counts as ended: its last working day, or its end where it has none. */
export function endsOn(plan: Plan, window: Window): PlainDate {
  const last = lastWorkingDayUpTo(plan.calendar, window.end)
  return last < window.start ? window.end : last
}

/** The last period of a grain that ends within the horizon, or undefined when none does. */
export function lastPeriodWithin(plan: Plan, grain: Grain, horizon: Window): Period | undefined {
  const around = periodAt(grain, horizon.end)
  const period = endsOn(plan, around) <= horizon.end ? around : previousPeriod(around)
  return endsOn(plan, period) < horizon.start ? undefined : period
}

/** True when the horizon has clearly fewer working days (by more than a tenth) than the period of that grain in which it ends. */
export function isShorterThan(plan: Plan, horizon: Window, grain: Grain): boolean {
  const period = periodAt(grain, horizon.end)
  const available = workingDays(plan.calendar, horizon.start, horizon.end)
  return available * 10 < workingDays(plan.calendar, period.start, period.end) * 9
}
