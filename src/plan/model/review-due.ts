import type { Strategy } from '../elements/elements.js'
import { addDays, addMonths } from '../quantity/days.js'
import type { Grain, PlainDate } from '../quantity/quantity.js'

/** A review of a standing plan that is due. */
export interface ReviewDue {
  /** The day of the latest review until the status date. */
  readonly last: PlainDate
  /** The last day on which the next one is in time. */
  readonly due: PlainDate
}

/** When a standing plan is to be looked at again; undefined where it does not say how often, or notes no review. */
export function nextReview({ standing, reviewed }: Strategy, statusDate: PlainDate): ReviewDue | undefined {
  const every = reviewed.find((one) => 'every' in one)?.every
  const noted = reviewed.flatMap((one) => ('date' in one && one.date.date <= statusDate ? [one.date.date] : []))
  const last = noted.sort().at(-1)
  return standing && every && last !== undefined ? { last, due: after(last, every.count, every.grain) } : undefined
}

const months: Readonly<Record<Exclude<Grain, 'day' | 'week'>, number>> = { month: 1, quarter: 3, year: 12 }

function after(date: PlainDate, count: number, grain: Grain): PlainDate {
  if (grain === 'day' || grain === 'week') return addDays(date, grain === 'week' ? 7 * count : count)
  return addMonths(date, months[grain] * count)
}
