import { isMoment, type Step } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { type Calendar, workingDayAt, workingDayIndex } from '../../plan/quantity/calendar.js'
import { dateOf, dayNumber } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { WorkItem } from './work-item.js'

/** A moment at the edge of a working day, as a planner counts time. */
export interface Moment {
  readonly day: PlainDate
  readonly edge: 'start' | 'end'
}

/**
 * The place of a task or milestone as a planner computes it that knows working time alone: start and length give the finish, and
 * predecessors and a constraint give the start.
 */
export interface PlannerDates {
  /** Undefined where the plan does not say when: the planner puts it as early as it can. */
  readonly start: Moment | undefined
  readonly finish: Moment | undefined
  /** Working days from start to finish; 0 for a milestone and for what takes place on days off alone. */
  readonly length: number
  /** The length is a guess of one day, since the plan does not say. */
  readonly isEstimated: boolean
  /** The start where predecessors alone would not give it, and whether the planner may move it to a later day. */
  readonly constraint: { readonly at: Moment; readonly type: 'no earlier' | 'exactly' } | undefined
  /** Those that it waits for, each once, without what would close a loop. */
  readonly after: readonly Step[]
}

/** Working days passed, counted by `workingDayIndex`: the end of a Friday and the start of the next Monday are the same. */
type Passed = number

interface Placed extends PlannerDates {
  readonly finishAt: Passed
}

/** The places of items as a planner computes them for a project that begins on a day, in the order of the items. */
export function plannerDates(plan: Plan, items: readonly WorkItem[], projectStart: PlainDate): readonly PlannerDates[] {
  const byStep = new Map(items.map((item) => [item.step, item]))
  const placed = new Map<Step, Placed>()
  const begin: Passed = workingDayIndex(plan.calendar, dayNumber(projectStart) - 1)
  for (const item of inOrder(items, byStep)) {
    const after = [...new Set(item.after)].filter((before) => placed.has(before))
    const earliest = after.reduce((latest, before) => Math.max(latest, placed.get(before)?.finishAt ?? latest), begin)
    placed.set(item.step, { ...place(item, earliest, plan.calendar), after })
  }
  return items.flatMap(({ step }) => placed.get(step) ?? [])
}

/** Predecessors first; in a loop the one that is met first. Iterative, since chains may be long. */
function inOrder(items: readonly WorkItem[], byStep: ReadonlyMap<Step, WorkItem>): readonly WorkItem[] {
  const seen = new Set<WorkItem>()
  const ordered: WorkItem[] = []
  for (const first of items) {
    const stack: { readonly item: WorkItem; next: number }[] = []
    const enter = (item: WorkItem | undefined) => {
      if (!item || seen.has(item)) return
      seen.add(item)
      stack.push({ item, next: 0 })
    }
    enter(first)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const before = top.item.after[top.next++]
      if (before) enter(byStep.get(before))
      else ordered.push(...stack.splice(-1).map(({ item }) => item))
    }
  }
  return ordered
}

function place({ step, dates }: WorkItem, earliest: Passed, calendar: Calendar): Omit<Placed, 'after'> {
  const passedBefore = (day: PlainDate): Passed => workingDayIndex(calendar, dayNumber(day) - 1)
  const passedWith = (day: PlainDate): Passed => workingDayIndex(calendar, dayNumber(day))
  const isMilestone = isMoment(step)
  const end = dates?.end === undefined ? undefined : passedWith(dates.end)
  const start = isMilestone ? end : dates?.start === undefined ? undefined : passedBefore(dates.start)
  const isLengthKnown = isMilestone || (start !== undefined && end !== undefined) || dates?.isLengthKnown === true
  const length =
    isMilestone || (start !== undefined && end !== undefined)
      ? Math.max(0, (end ?? 0) - (start ?? 0))
      : isLengthKnown
        ? (dates?.length ?? 1)
        : 1
  const startAt = start ?? (end === undefined ? earliest : end - length)
  const moment = (passed: Passed, edge: Moment['edge']): Moment => ({
    day: dateOf(workingDayAt(calendar, edge === 'start' ? passed + 1 : passed)),
    edge,
  })
  const isPlaced = start !== undefined || end !== undefined
  const startMoment = moment(startAt, length === 0 ? 'end' : 'start')
  return {
    start: isPlaced ? startMoment : undefined,
    finish: isPlaced ? moment(startAt + length, 'end') : undefined,
    length,
    isEstimated: !isLengthKnown,
    constraint: startAt === earliest ? undefined : { at: startMoment, type: startAt > earliest ? 'no earlier' : 'exactly' },
    finishAt: startAt + length,
  }
}
