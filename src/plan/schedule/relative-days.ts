import { type RelativeDate, type Step, stepKinds } from '../elements/elements.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type Calendar, dayAfter, dayUpTo, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { addMonths, type DayNumber, dateOf, dayNumber } from '../quantity/days.js'
import { monthsIn } from '../quantity/durations.js'
import { rational } from '../quantity/exact.js'

/** The relative dates of a step. */
export function relativeDatesOf(step: Step): readonly RelativeDate[] {
  return [step.startFrom, step.dueFrom].filter((one) => one !== undefined)
}

/**
 * The days of relative dates that rest on written dates alone, over whatever number of others; NaN for the rest, which follow from the
 * schedule or hang in a loop.
 */
export const settledDays = onceWhileSame((plan: Plan): ReadonlyMap<RelativeDate, DayNumber> => {
  const days = new Map<RelativeDate, DayNumber>()
  for (const step of plan.allOf(...stepKinds)) for (const relative of relativeDatesOf(step)) settle(plan, relative, days)
  return days
})

/** Follows the anchors to a written date and computes back from it. */
function settle(plan: Plan, relative: RelativeDate, days: Map<RelativeDate, DayNumber>): void {
  const path: RelativeDate[] = []
  const seen = new Set<RelativeDate>()
  let day: DayNumber = Number.NaN
  for (let at: RelativeDate | undefined = relative; at && !seen.has(at); ) {
    const known = days.get(at)
    if (known !== undefined) {
      day = known
      break
    }
    seen.add(at)
    path.push(at)
    const origin = originOf(plan, at)
    if (typeof origin === 'number') {
      day = origin
      break
    }
    at = origin
  }
  for (const one of path.reverse()) {
    day = Number.isNaN(day) ? day : dayFrom(plan.calendar, one, day)
    days.set(one, day)
  }
}

/** The day that a relative date counts from, as far as it is written; else the relative date that gives it, or NaN. */
function originOf(plan: Plan, { anchor, side }: RelativeDate): DayNumber | RelativeDate {
  const period = typeof anchor === 'string' ? plan.strategy?.period : plan.find(anchor, 'campaign')?.period
  if (anchor === 'start' || anchor === 'end') return period ? dayNumber(anchor === 'start' ? period.start : period.end) : Number.NaN
  if (period) return dayNumber(side === 'before' ? period.start : period.end)
  const step = plan.find(anchor, ...stepKinds)
  if (!step) return Number.NaN
  const isFirst = side === 'before' && step.kind === 'task'
  const written = isFirst ? step.start : ((step.mark === 'done' ? step.done : undefined) ?? step.due)
  if (written) return dayNumber(written.date)
  return (isFirst ? step.startFrom : step.dueFrom) ?? Number.NaN
}

/**
 * The day so far before or after the day of the anchor. Calendar time that ends on a day off moves to the working day before it (for
 * `before`) or behind it (for `after`); working time counts working days.
 */
export function dayFrom(calendar: Calendar, { distance, side }: Pick<RelativeDate, 'distance' | 'side'>, anchor: DayNumber): DayNumber {
  const amount = rational(distance.amount)
  if (distance.unit.isWorkingTime) {
    const days = (distance.unit.symbol === 'wh' ? amount.div(rational(calendar.hoursPerDay)) : amount).floor().valueOf()
    if (side === 'after') return days < 1 ? anchor : workingDayAt(calendar, workingDayIndex(calendar, anchor) + days)
    return days < 1 ? anchor : workingDayAt(calendar, workingDayIndex(calendar, anchor - 1) - days + 1)
  }
  const sign = side === 'after' ? 1 : -1
  const months = monthsIn(distance.unit.symbol)
  const day =
    months > 0
      ? dayNumber(addMonths(dateOf(anchor), sign * amount.mul(months).floor().valueOf()))
      : anchor + sign * amount.mul(rational(distance.unit.scale)).div(24).floor().valueOf()
  return side === 'after' ? dayAfter(calendar, day - 1) : dayUpTo(calendar, day)
}
