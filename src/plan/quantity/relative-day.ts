import { addDays, addMonths, weekday } from './days.js'
import { nextPeriod, parsePeriod, periodAt } from './periods.js'
import type { Grain, PlainDate } from './quantity.js'

/** A day that is said from another one: `tomorrow`, `in 2 weeks`, `next Friday`, `15 March` without a year. */
export type RelativeDay =
  | { readonly type: 'later'; readonly count: number; readonly grain: Grain }
  | { readonly type: 'weekday' /** Monday is 1. */; readonly weekday: number }
  | {
      readonly type: 'period-end'
      readonly grain: Grain /** 0 for the period of the day itself, 1 for the next. */
      readonly ahead: number
    }
  | { readonly type: 'month-end' | 'month'; readonly month: number }
  | { readonly type: 'month-day'; readonly month: number; readonly day: number }
  | { readonly type: 'quarter'; readonly quarter: number }
  | { readonly type: 'week' /** ISO week. */; readonly week: number }

const monthsOfGrain: Readonly<Partial<Record<Grain, number>>> = { month: 1, quarter: 3, year: 12 }

/** The day that is meant, seen from another; one without a year is the next from there. Undefined for a day that does not exist. */
export function resolveRelativeDay(relative: RelativeDay, from: PlainDate): PlainDate | undefined {
  switch (relative.type) {
    case 'later': {
      const { count, grain } = relative
      const months = monthsOfGrain[grain]
      return months ? addMonths(from, count * months) : addDays(from, count * (grain === 'week' ? 7 : 1))
    }
    case 'weekday':
      return addDays(from, ((relative.weekday - weekday(from) + 6) % 7) + 1)
    case 'period-end': {
      const period = periodAt(relative.grain, from)
      return (relative.ahead === 0 ? period : nextPeriod({ grain: relative.grain, end: period.end })).end
    }
    case 'month-day':
      return next(from, (year) => `${year}-${two(relative.month)}-${two(relative.day)}`)
    case 'quarter':
      return next(from, (year) => `${year}-Q${relative.quarter}`)
    case 'week':
      return next(from, (year) => `${year}-W${two(relative.week)}`)
    default:
      return next(from, (year) => `${year}-${two(relative.month)}`)
  }
}

/** The last day of the first of these periods that has not ended by a day. */
function next(from: PlainDate, ofYear: (year: number) => string): PlainDate | undefined {
  const year = Number(from.slice(0, 4))
  for (const one of [year, year + 1, year + 2, year + 3, year + 4]) {
    const period = parsePeriod(ofYear(one))
    if (period.ok && period.end >= from) return period.end
  }
  return undefined
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
