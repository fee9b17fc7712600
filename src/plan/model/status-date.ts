import type { Strategy } from '../elements/elements.js'
import type { PlainDate } from '../quantity/quantity.js'

/** The "today" of a check and where it came from. */
export interface PlanDate {
  readonly date: PlainDate
  readonly origin: 'option' | 'asof' | 'clock'
}

/** The status date: what the caller asked for, else `asof`, else the clock. */
export function statusDate(strategy: Strategy | undefined, option: PlainDate | undefined, clock: PlainDate): PlanDate {
  if (option !== undefined) return { date: option, origin: 'option' }
  if (strategy?.asof) return { date: strategy.asof.date, origin: 'asof' }
  return { date: clock, origin: 'clock' }
}
