import type { Goal } from '../elements/elements.js'
import { isGiven } from '../model/given-clauses.js'
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
  /** What says until when: the goal itself, or the objective or strategy around it, whose period it takes. */
  readonly boundBy: 'goal' | 'objective' | 'strategy' | undefined
}

/**
 * The start is that of the goal's period, else the strategy's; the deadline is the period's end, the date of `by`, or the last day of
 * `within` from the start. A goal that says nothing of it runs as long as the strategy.
 */
export function goalTime(plan: Plan, goal: Goal): GoalTime {
  const bound = goal.timebound
  const period = plan.strategy?.period
  const boundBy = isGiven(goal, 'timebound') ? 'goal' : bound ? 'objective' : period ? 'strategy' : undefined
  const timeOf = (start: PlainDate | undefined, deadline: PlainDate | undefined): GoalTime => {
    const horizon = start && deadline && start <= deadline ? { start, end: deadline } : undefined
    return { start, deadline, horizon, boundBy: deadline === undefined ? undefined : boundBy }
  }
  if (!bound) return timeOf(period?.start, boundBy === 'strategy' ? period?.end : undefined)
  if ('period' in bound) return timeOf(bound.period.start, bound.period.end)
  if ('by' in bound) return timeOf(period?.start, bound.by.date)
  if (!period || !isDuration(bound.within.unit)) return timeOf(period?.start, undefined)
  return timeOf(period.start, lastDayOf(period.start, bound.within, plan.calendar))
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
