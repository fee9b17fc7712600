import type { Cadence, Communication, Report } from '../elements/elements.js'
import { isGiven } from '../model/given-clauses.js'
import type { Plan } from '../model/plan.js'
import { daysBetween } from '../quantity/days.js'
import { compare, divide, exact, minimum } from '../quantity/exact.js'
import type { Exact } from '../quantity/quantity.js'

/** Days between two contacts at the longest; `unknown` where the text leaves it open; undefined without regular or dated contact. */
export type ContactInterval = Exact | 'unknown' | undefined

/** The longest gap that still counts as monthly and as quarterly. */
export const monthly: Exact = '31'
export const quarterly: Exact = '92'

/**
 * How often a stakeholder hears from the plan: the shortest `every` of what reaches it; else the strategy's period divided by the number
 * of dated communications.
 */
export function contactInterval(plan: Plan, communications: readonly Communication[], reports: readonly Report[]): ContactInterval {
  const all = [...communications, ...reports]
  const regular = minimum(all.flatMap((message) => (message.every ? [cadenceDays(message.every)] : [])))
  if (all.some((message) => !message.every && isGiven(message, 'every'))) return 'unknown'
  if (regular !== undefined) return regular
  const dated = communications.filter((communication) => communication.on).length
  if (dated === 0) return undefined
  const period = plan.strategy?.period
  if (!period || period.end < period.start) return 'unknown'
  return divide(exact(daysBetween(period.start, period.end) + 1), exact(dated))
}

/** False only when the contact is certainly rarer than that. */
export function isWithin(interval: ContactInterval, days: Exact): boolean {
  if (interval === 'unknown') return true
  return interval !== undefined && compare(interval, days) <= 0
}

/** The longest stretch of days that a cadence can leave between two times. */
function cadenceDays(cadence: Cadence): Exact {
  const { count, grain } = cadence
  if (grain === 'day') return exact(count)
  if (grain === 'week') return exact(count * 7)
  const months = count * { month: 1, quarter: 3, year: 12 }[grain]
  if (months % 12 === 0) return exact((months / 12) * 366)
  return months % 3 === 0 ? exact((months / 3) * 92) : exact(months * 31)
}
