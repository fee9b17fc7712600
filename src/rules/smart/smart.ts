import type { Goal } from '../../plan/elements/elements.js'
import { everyGoal, type GoalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { isZero } from '../../plan/quantity/exact.js'
import type { Exact, Measurement, Unit } from '../../plan/quantity/quantity.js'
import { formatMeasurement } from '../../plan/quantity/units.js'

/** The goals that the rules of this family judge: all but the dropped ones. */
export function livingGoals(plan: Plan): readonly GoalFacts[] {
  return everyGoal(plan).filter((facts) => !facts.isDropped)
}

/** Every measurable of those goals. */
export function livingAims(plan: Plan): readonly { readonly facts: GoalFacts; readonly aim: AimFacts }[] {
  return livingGoals(plan).flatMap((facts) => facts.aims.map((aim) => ({ facts, aim })))
}

/** A stated value as a message shows it: without the counts behind it, digits grouped by spaces. */
export function shown(value: { readonly text: string }): string {
  return value.text.replaceAll('_', ' ')
}

/** A stated value as it can be written again, with the counts behind it. */
export function restated({ text, counts }: Measurement): string {
  return counts ? `${text} (${counts.part} of ${counts.whole})` : text
}

/** A value in base units as a message shows it. */
export function shownIn(unit: Unit, value: Exact): string {
  return formatMeasurement(value, unit)
}

/** The target as it is written, or as it is computed. */
export function targetShown({ aim, unit, target }: AimFacts): string {
  if (aim.target) return shown(aim.target.value)
  return unit && target !== undefined ? shownIn(unit, target) : ''
}

/** The baseline as it is written. */
export function baselineShown({ aim }: AimFacts): string {
  return aim.baseline ? shown(aim.baseline.value) : ''
}

/** A change in base units with its sign: `+80 000 clicks`; of a percentage in points. */
export function shownChange(unit: Unit, change: Exact): string {
  const text =
    unit.symbol === '%' ? formatMeasurement(change, { ...unit, nature: 'points', symbol: 'pp' }) : formatMeasurement(change, unit)
  return change.startsWith('-') || isZero(change) ? text : `+${text}`
}

/** A value in base units as the language writes it. */
export function writtenIn(unit: Unit, value: Exact): string {
  return formatMeasurement(value, unit).replace(/(?<=\d) (?=\d{3})/g, '_')
}

/** `2026-12` or `2026-12-03 .. 2027-01-05`: a window as the file writes it. */
export function spanText(window: { readonly start: string; readonly end: string; readonly text?: string }): string {
  return window.text ?? (window.start === window.end ? window.start : `${window.start} .. ${window.end}`)
}

/** Several targets of one number in a goal, for different times, are one path: the last is the target, the earlier ones stand on the way. */
export function hasLadder(goal: Goal): boolean {
  return goal.aims.some((aim, index) => goal.aims.findIndex((other) => other.number.name === aim.number.name) < index)
}
