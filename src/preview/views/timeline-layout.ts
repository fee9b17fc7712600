import { dateOf, dayNumber, weekdayOf } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { Days, PlanView, StepView } from '../model.js'
import type { StepGroup } from './grouping.js'

/** Days as numbers, `to` exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export type TimelineRow =
  | { readonly type: 'group'; readonly group: StepGroup; readonly span: Stretch | undefined }
  | {
      readonly type: 'step'
      readonly key: string
      readonly step: StepView
      readonly bar: Stretch | undefined
      readonly slackTo: number | undefined
      readonly away: readonly Stretch[]
    }

export interface Dependency {
  readonly key: string
  /** Rows from 0. */
  readonly fromRow: number
  readonly toRow: number
  /** The end of the first and the start of the second. */
  readonly fromDay: number
  readonly toDay: number
  readonly isCritical: boolean
  /** The second begins before the first has ended. */
  readonly isConflict: boolean
}

export interface TimelineLayout {
  readonly shown: Stretch
  readonly today: number | undefined
  readonly rows: readonly TimelineRow[]
  readonly dependencies: readonly Dependency[]
  readonly months: readonly (Stretch & { readonly start: PlainDate })[]
  readonly weeks: readonly (Stretch & { readonly start: PlainDate })[]
  /** Days that are no workdays of the week, in runs. */
  readonly weekends: readonly Stretch[]
  readonly holidays: readonly Stretch[]
}

/** Where everything stands on the timeline, in days and rows; undefined when there is no day to show. Linear in steps and days. */
export function timelineLayout(plan: PlanView, groups: readonly StepGroup[]): TimelineLayout | undefined {
  const { days } = plan.calendar
  if (!days) return undefined
  const shown = wholeWeeks(days)
  const today = dayNumber(plan.statusDate)
  const awayOf = new Map(plan.people.map((person) => [person.name, person.away.map(stretchOf)]))
  const rows: TimelineRow[] = []
  const rowOf = new Map<string, number>()
  for (const group of groups) {
    if (groups.length > 1) rows.push({ type: 'group', group, span: spanOf(group.steps) })
    for (const step of group.steps) {
      if (!rowOf.has(step.name)) rowOf.set(step.name, rows.length)
      rows.push(stepRow(step, `${group.key} ${step.name}`, awayOf))
    }
  }
  return {
    shown,
    today: today >= shown.from && today < shown.to ? today : undefined,
    rows,
    dependencies: dependenciesOf(rows, rowOf),
    ...scaleOf(shown),
    weekends: weekendsIn(shown, new Set(plan.calendar.workdays)),
    holidays: plan.calendar.holidays.map(stretchOf),
  }
}

function stretchOf({ start, end }: Days): Stretch {
  return { from: dayNumber(start), to: dayNumber(end) + 1 }
}

const longestShown = 366 * 6

/** From a Monday to a Sunday; plans that run absurdly long are cut, so that a slip of the pen does not stop the page. */
function wholeWeeks({ start, end }: Days): Stretch {
  const first = dayNumber(start)
  const last = Math.min(dayNumber(end), first + longestShown)
  return { from: first - (weekdayOf(first) - 1), to: last + (8 - weekdayOf(last)) }
}

function stepRow(step: StepView, key: string, awayOf: ReadonlyMap<string, readonly Stretch[]>): TimelineRow {
  const bar = barOf(step)
  const isOpen = step.mark !== 'done' && step.mark !== 'cancelled'
  const latest = isOpen && step.latestEnd !== undefined ? dayNumber(step.latestEnd) + 1 : undefined
  return {
    type: 'step',
    key,
    step,
    bar,
    slackTo: bar && latest !== undefined && latest > bar.to ? latest : undefined,
    away: bar ? step.assignees.flatMap((one) => awayOf.get(one.name) ?? []).filter((away) => away.from < bar.to && away.to > bar.from) : [],
  }
}

/** A milestone is as long as its day; of a task with one date alone only that day is known. */
function barOf({ start, end }: StepView): Stretch | undefined {
  const [first, last] = [start ?? end, end ?? start]
  if (first === undefined || last === undefined) return undefined
  return first <= last ? { from: dayNumber(first), to: dayNumber(last) + 1 } : { from: dayNumber(last), to: dayNumber(first) + 1 }
}

function spanOf(steps: readonly StepView[]): Stretch | undefined {
  let span: Stretch | undefined
  for (const step of steps) {
    const bar = barOf(step)
    if (bar) span = span ? { from: Math.min(span.from, bar.from), to: Math.max(span.to, bar.to) } : bar
  }
  return span
}

function dependenciesOf(rows: readonly TimelineRow[], rowOf: ReadonlyMap<string, number>): readonly Dependency[] {
  const found: Dependency[] = []
  for (const [toRow, row] of rows.entries()) {
    if (row.type !== 'step' || !row.bar || rowOf.get(row.step.name) !== toRow) continue
    for (const name of row.step.after) {
      const fromRow = rowOf.get(name)
      const before = fromRow === undefined ? undefined : rows[fromRow]
      if (fromRow === undefined || before?.type !== 'step' || !before.bar) continue
      const isOpen = row.step.mark !== 'done' && row.step.mark !== 'cancelled'
      found.push({
        key: `${name} ${row.step.name}`,
        fromRow,
        toRow,
        fromDay: before.bar.to,
        toDay: row.bar.from,
        isCritical: isOpen && before.step.isCritical && row.step.isCritical,
        isConflict: isOpen && row.bar.from < before.bar.to,
      })
    }
  }
  return found
}

function scaleOf(shown: Stretch): Pick<TimelineLayout, 'months' | 'weeks'> {
  const months: (Stretch & { start: PlainDate })[] = []
  for (let day = shown.from; day < shown.to; ) {
    const start = dateOf(day)
    let next = day + 1
    while (next < shown.to && !dateOf(next).endsWith('-01')) next++
    months.push({ from: day, to: next, start })
    day = next
  }
  const weeks = []
  for (let day = shown.from; day < shown.to; day += 7) weeks.push({ from: day, to: day + 7, start: dateOf(day) })
  return { months, weeks }
}

function weekendsIn(shown: Stretch, workdays: ReadonlySet<number>): readonly Stretch[] {
  const found: Stretch[] = []
  for (let day = shown.from; day < shown.to; day++) {
    if (workdays.has(weekdayOf(day))) continue
    const last = found.at(-1)
    if (last?.to === day) found[found.length - 1] = { from: last.from, to: day + 1 }
    else found.push({ from: day, to: day + 1 })
  }
  return found
}

/** How a step looks: one word, the strongest first. */
export type StepLook = 'cancelled' | 'done' | 'conflict' | 'blocked' | 'critical' | 'plain'

export function lookOf(step: StepView): StepLook {
  if (step.mark === 'cancelled' || step.mark === 'done') return step.mark
  if (step.isLate || step.findings.some((finding) => finding.isConflict)) return 'conflict'
  if (step.mark === 'blocked') return 'blocked'
  return step.isCritical ? 'critical' : 'plain'
}
