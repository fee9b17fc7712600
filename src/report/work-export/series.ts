import type { Cadence } from '../../plan/elements/elements.js'
import { type Calendar, firstWorkingDayFrom } from '../../plan/quantity/calendar.js'
import { addDays, addMonths, dayNumber, weekday } from '../../plan/quantity/days.js'
import type { Grain, PlainDate } from '../../plan/quantity/quantity.js'

/** The days of something that takes place again and again, as iCalendar tells them: by a rule, and by what departs from it. */
export interface Series {
  /** The first day of the rule; always one of its days. */
  readonly start: PlainDate
  /** An `RRULE` (RFC 5545, 3.3.10) without its name. */
  readonly rule: string
  /** Days that the rule does not give: the last of a February that has no 29th or 30th. */
  readonly added: readonly PlainDate[]
  /** Days of the rule that lie on a day off: each is on the next working day instead, or not at all where that one has its own. */
  readonly moved: readonly { readonly from: PlainDate; readonly to: PlainDate | undefined }[]
}

const monthsOf: Readonly<Record<Exclude<Grain, 'day' | 'week'>, number>> = { month: 1, quarter: 3, year: 12 }
const mostDays = 1000
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * A cadence from its first day, moved to a working day, to its last: `until`, else `end`, at most a thousand times. Every day means every day
 * of the working week. In a month without the day of the first, its last day stands in.
 */
export function seriesOf({ count, grain, until }: Cadence, first: PlainDate, end: PlainDate, calendar: Calendar): Series {
  const start = firstWorkingDayFrom(calendar, first)
  const last = until?.date ?? end
  const days: PlainDate[] = []
  for (let at = 0; days.length < mostDays; at++) {
    const day = stepped(start, grain, at * count)
    if (day > last || (at > 0 && day <= (days.at(-1) ?? day))) break
    if (!isEveryDay(count, grain) || calendar.workdays.includes(weekday(day))) days.push(day)
  }
  const departures = movedDays(days, calendar)
  const isShort = (day: PlainDate) => hasOwnDay(grain, start) && day.slice(8) < start.slice(8)
  return {
    start,
    rule: ruleOf(count, grain, start, days.at(-1) ?? start, calendar),
    added: days.filter(isShort).flatMap((day) => {
      const departure = departures.find(({ from }) => from === day)
      return departure ? (departure.to ?? []) : day
    }),
    moved: departures.filter(({ from }) => !isShort(from)),
  }
}

/** Whether a series takes place on a day of the month that not every month has; the 31st goes by "the last day" instead. */
function hasOwnDay(grain: Grain, start: PlainDate): boolean {
  return grain !== 'day' && grain !== 'week' && (start.endsWith('-29') || start.endsWith('-30'))
}

function stepped(start: PlainDate, grain: Grain, count: number): PlainDate {
  if (grain === 'day' || grain === 'week') return addDays(start, grain === 'day' ? count : count * 7)
  return addMonths(start, count * monthsOf[grain])
}

function isEveryDay(count: number, grain: Grain): boolean {
  return grain === 'day' && count === 1
}

function ruleOf(count: number, grain: Grain, start: PlainDate, last: PlainDate, { workdays }: Calendar): string {
  const until = `UNTIL=${last.replaceAll('-', '')}`
  if (isEveryDay(count, grain)) return `FREQ=DAILY;BYDAY=${workdays.map((day) => dayCodes[day - 1]).join(',')};${until}`
  if (grain === 'day' || grain === 'week') return `FREQ=${grain === 'day' ? 'DAILY' : 'WEEKLY'};INTERVAL=${count};${until}`
  return `FREQ=MONTHLY;INTERVAL=${count * monthsOf[grain]};${start.endsWith('-31') ? 'BYMONTHDAY=-1;' : ''}${until}`
}

function movedDays(days: readonly PlainDate[], calendar: Calendar): Series['moved'] {
  const taken = new Set(days.filter((day) => calendar.isWorking(dayNumber(day))))
  return days.flatMap((from): Series['moved'] => {
    const to = firstWorkingDayFrom(calendar, from)
    if (to === from) return []
    if (taken.has(to)) return [{ from, to: undefined }]
    taken.add(to)
    return [{ from, to }]
  })
}
