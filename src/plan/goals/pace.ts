import type { AimFacts } from '../numbers/aims.js'
import { daysBetween } from '../quantity/days.js'
import { add, divide, exact, multiply, subtract } from '../quantity/exact.js'
import type { Exact, PlainDate } from '../quantity/quantity.js'

/** The value on the straight line between baseline and target on a date; before and after the line its ends. */
export function expectedOn({ baseline, target, baselineWindow, targetWindow }: AimFacts, date: PlainDate): Exact | undefined {
  if (baseline === undefined || target === undefined || !baselineWindow || !targetWindow) return undefined
  const length = daysBetween(baselineWindow.end, targetWindow.end)
  if (length <= 0) return undefined
  const passed = Math.min(Math.max(daysBetween(baselineWindow.end, date), 0), length)
  const share = divide(exact(passed), exact(length))
  return share === undefined ? undefined : add(baseline, multiply(subtract(target, baseline), share))
}
