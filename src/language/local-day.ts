import type { PlainDate } from '../plan/quantity/quantity.js'

/** The day that it is where the machine stands: what people who sit at it call today. */
export function localDay(now: Date = new Date()): PlainDate {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
