import { nextPeriod, periodAt } from './dates.js'
import type { Grain, Window } from './quantity.js'

/** The periods of a grain that make up a span exactly; none when it begins or ends inside of one. */
export function periodsIn(grain: Grain, span: Window): readonly Window[] {
  const periods: Window[] = []
  let period = periodAt(grain, span.start)
  if (period.start < span.start) return []
  for (; period.end < span.end && periods.length < 4000; period = nextPeriod(period)) periods.push(period)
  return period.end === span.end ? [...periods, period] : []
}
