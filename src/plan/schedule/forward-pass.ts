import type { Milestone, Task } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { countWorkingDays, dayAfter, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { type DayNumber, dayNumber } from '../quantity/days.js'
import type { StepGraph } from './step-graph.js'
import { lengthOf } from './step-length.js'
import type { WrittenDays } from './written-days.js'

/** What fixed an earliest start. */
export const causes = ['none', 'strategy', 'own', 'predecessor'] as const
export type Cause = (typeof causes)[number]

/** Earliest dates as day numbers, NaN where there are none; `strategy` means that only the plan's start holds the step. */
export interface ForwardPass {
  readonly es: Float64Array
  readonly ef: Float64Array
  /** Working days; 0 for milestones. Where the text does not say, one day is assumed. */
  readonly length: Int32Array
  readonly isLengthKnown: Uint8Array
  /** The number of the predecessor with the latest finish, -1 for none. */
  readonly latest: Int32Array
  readonly cause: readonly Cause[]
  /** 1 where the end follows from dates in the text. */
  readonly isEndKnown: Uint8Array
  /** 1 where the start does. */
  readonly isStartKnown: Uint8Array
}

/** Critical path method, forward pass over working days in topological order. Steps in loops and behind them get nothing. */
export function forwardPass(plan: Plan, graph: StepGraph, days: WrittenDays): ForwardPass {
  const count = graph.nodes.length
  const pass = {
    es: new Float64Array(count).fill(Number.NaN),
    ef: new Float64Array(count).fill(Number.NaN),
    length: new Int32Array(count),
    isLengthKnown: new Uint8Array(count),
    latest: new Int32Array(count).fill(-1),
    cause: new Array<Cause>(count).fill('none'),
    isEndKnown: new Uint8Array(count),
    isStartKnown: new Uint8Array(count),
  }
  const planStart = plan.strategy?.period ? dayNumber(plan.strategy.period.start) : Number.NaN

  const { before } = graph
  for (const index of graph.order) {
    const node = graph.nodes[index]
    if (!node) continue
    let isDated = 0
    let latest = -1
    let first = Number.NaN
    for (let at = before.first[index] ?? 0; at < (before.first[index + 1] ?? 0); at++) {
      const on = before.on[at] ?? 0
      isDated |= pass.isEndKnown[on] ?? 0
      const finish = pass.ef[on] ?? Number.NaN
      if (!Number.isNaN(finish) && (latest < 0 || finish > (pass.ef[latest] ?? 0))) latest = on
      const start = pass.es[on] ?? Number.NaN
      if (!(start >= first)) first = Number.isNaN(start) ? first : start
    }
    pass.latest[index] = latest
    if (node.kind === 'phase') {
      pass.es[index] = first
      pass.ef[index] = latest < 0 ? Number.NaN : (pass.ef[latest] ?? Number.NaN)
      pass.isEndKnown[index] = pass.isStartKnown[index] = isDated
      continue
    }
    const own = days.start[index] ?? Number.NaN
    const due = days.due[index] ?? Number.NaN
    const afterOthers = latest < 0 ? Number.NaN : dayAfter(plan.calendar, pass.ef[latest] ?? 0)
    const [es, cause] = earliestStart(own, afterOthers, planStart)
    const isAnchored = Number.isNaN(own) ? isDated : 1
    const known = knownLength(plan, node, es, own, due)
    const length = known ?? 1
    const finish = length === 0 || Number.isNaN(es) ? es : workingDayAt(plan.calendar, workingDayIndex(plan.calendar, es - 1) + length)
    const done = node.mark === 'done' ? doneEnd(node, due, finish) : finish
    pass.length[index] = length
    pass.isLengthKnown[index] = known === undefined ? 0 : 1
    pass.cause[index] = cause
    pass.es[index] = node.mark === 'done' ? doneStart(node, own, es, done) : es
    pass.ef[index] = done
    pass.isStartKnown[index] = isAnchored
    pass.isEndKnown[index] = node.due || (node.mark === 'done' && node.done) || (isAnchored && known !== undefined) ? 1 : 0
  }
  return pass
}

/** The length of a step in working days, for a task by its two written dates if it has both; undefined where the text does not say. */
function knownLength(plan: Plan, step: Task | Milestone, es: DayNumber, start: DayNumber, due: DayNumber): number | undefined {
  if (step.kind === 'milestone') return 0
  if (Number.isNaN(es)) return undefined
  return Number.isNaN(start) || Number.isNaN(due) ? lengthOf(plan, step, es) : Math.max(1, countWorkingDays(plan.calendar, start, due))
}

function earliestStart(own: DayNumber, afterOthers: DayNumber, planStart: DayNumber): readonly [DayNumber, Cause] {
  if (!Number.isNaN(afterOthers) && !(afterOthers < own)) return [afterOthers, 'predecessor']
  if (!Number.isNaN(own)) return [own, 'own']
  return [planStart, Number.isNaN(planStart) ? 'none' : 'strategy']
}

function doneEnd(step: Task | Milestone, due: DayNumber, computed: DayNumber): DayNumber {
  if (step.done) return dayNumber(step.done.date)
  return Number.isNaN(due) ? computed : due
}

function doneStart(step: Task | Milestone, written: DayNumber, computed: DayNumber, end: DayNumber): DayNumber {
  if (step.kind === 'milestone') return end
  if (!Number.isNaN(written)) return written
  return computed > end ? end : computed
}
