import { type Calendar, countWorkingDays, dayAfter, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import type { DayNumber } from '../quantity/days.js'

/** A step as far as its days go; plain data, so that a page can hold all of them and follow a pointer. */
export interface DatedStep {
  readonly name: string
  /** A milestone or decision has no length: it begins and ends on one day. */
  readonly isMoment: boolean
  readonly isOpen: boolean
  readonly start: DayNumber | undefined
  readonly end: DayNumber | undefined
  /** The names of the steps that it waits for; a phase counts as all that it holds. */
  readonly after: readonly string[]
  readonly phase: string | undefined
  /** The text gives these days; others follow from what stands in front. */
  readonly isStartWritten: boolean
  readonly isEndWritten: boolean
}

/** New days of a step. */
export interface Shift {
  readonly name: string
  readonly start: DayNumber
  readonly end: DayNumber
  /** Working days by which the end moves; later is positive. */
  readonly days: number
}

/**
 * What follows when steps get new days: open steps behind them that would begin too early move behind, with their length in working days;
 * those whose days only follow from others follow them, also forward. In the order of the work. Steps in a loop stay. Cost: linear in steps
 * and dependencies.
 */
export function pushed(
  steps: readonly DatedStep[],
  calendar: Calendar,
  moved: ReadonlyMap<string, { readonly start: DayNumber; readonly end: DayNumber }>,
): readonly Shift[] {
  const graph = graphOf(steps)
  const ends = new Map<string, DayNumber>()
  const shifts: Shift[] = []
  for (const step of graph.order) {
    const before = graph.before.get(step.name) ?? []
    const own = moved.get(step.name)
    if (own) {
      ends.set(step.name, own.end)
      continue
    }
    const shift = step.isOpen ? shiftOf(step, before, { ends, calendar }) : undefined
    if (shift) shifts.push(shift)
    const end = shift?.end ?? step.end
    if (end !== undefined) ends.set(step.name, end)
  }
  return shifts
}

interface SoFar {
  /** The new last days of the steps in front. */
  readonly ends: ReadonlyMap<string, DayNumber>
  readonly calendar: Calendar
}

function shiftOf(step: DatedStep, before: readonly DatedStep[], { ends, calendar }: SoFar): Shift | undefined {
  const { start, end } = step
  if (start === undefined || end === undefined) return undefined
  const changed = before.filter((one) => ends.get(one.name) !== one.end)
  if (changed.length === 0) return undefined
  const [then, now] = [latest(before.map((one) => one.end)), latest(before.map((one) => ends.get(one.name) ?? one.end))]
  if (now === undefined) return undefined
  const isFree = !step.isStartWritten && !(step.isMoment && step.isEndWritten)
  const needed = step.isMoment && step.isEndWritten ? now : dayAfter(calendar, now)
  const heldBefore = then !== undefined && isFree && start === dayAfter(calendar, then)
  if (start >= needed && !heldBefore) return undefined
  if (start === needed) return undefined
  const length = step.isMoment ? 0 : Math.max(1, countWorkingDays(calendar, start, end))
  const last = length === 0 ? needed : workingDayAt(calendar, workingDayIndex(calendar, needed - 1) + length)
  return { name: step.name, start: needed, end: last, days: workingDayIndex(calendar, last) - workingDayIndex(calendar, end) }
}

function latest(days: readonly (DayNumber | undefined)[]): DayNumber | undefined {
  return days.reduce((last, day) => (day === undefined || (last !== undefined && last > day) ? last : day), undefined)
}

interface Graph {
  /** Each behind all that it waits for; without those in loops and behind them. */
  readonly order: readonly DatedStep[]
  readonly before: ReadonlyMap<string, readonly DatedStep[]>
}

function graphOf(steps: readonly DatedStep[]): Graph {
  const byName = new Map(steps.map((step) => [step.name, step]))
  const inPhase = new Map<string, DatedStep[]>()
  for (const step of steps) {
    if (step.phase === undefined) continue
    const known = inPhase.get(step.phase)
    if (known) known.push(step)
    else inPhase.set(step.phase, [step])
  }
  const before = new Map(
    steps.map((step) => [step.name, step.after.flatMap((name) => byName.get(name) ?? inPhase.get(name) ?? [])] as const),
  )
  const behind = new Map<string, DatedStep[]>()
  const open = new Map<string, number>()
  for (const step of steps) {
    const waits = before.get(step.name) ?? []
    open.set(step.name, waits.length)
    for (const one of waits) {
      const known = behind.get(one.name)
      if (known) known.push(step)
      else behind.set(one.name, [step])
    }
  }
  const order = steps.filter((step) => open.get(step.name) === 0)
  for (let at = 0; at < order.length; at++) {
    for (const next of behind.get(order[at]?.name ?? '') ?? []) {
      const left = (open.get(next.name) ?? 0) - 1
      open.set(next.name, left)
      if (left === 0) order.push(next)
    }
  }
  return { order, before }
}
