import { dayAfter, workingDayAt, workingDayIndex } from './calendar.js'
import { type DayNumber, dayNumber } from './dates.js'
import type { Milestone, Task } from './elements.js'
import type { Plan } from './plan.js'
import type { StepGraph } from './step-graph.js'
import { type Length, lengthOf } from './step-length.js'

/** What fixed an earliest start. */
export const causes = ['none', 'strategy', 'own', 'predecessor'] as const
export type Cause = (typeof causes)[number]

/** Earliest dates as day numbers, NaN where there are none; `strategy` means that only the plan's start holds the step. */
export interface ForwardPass {
  readonly es: Float64Array
  readonly ef: Float64Array
  /** Working days; 0 for milestones. */
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
export function forwardPass(plan: Plan, graph: StepGraph): ForwardPass {
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

  for (const index of graph.order) {
    const node = graph.nodes[index]
    if (!node) continue
    let isDated = 0
    let latest = -1
    let first = Number.NaN
    for (const { on } of graph.before[index] ?? []) {
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
    const own = ownStart(node)
    const afterOthers = latest < 0 ? Number.NaN : dayAfter(plan.calendar, pass.ef[latest] ?? 0)
    const [es, cause] = earliestStart(own, afterOthers, planStart)
    const isAnchored = Number.isNaN(own) ? isDated : 1
    const length: Length =
      node.kind === 'milestone' ? { days: 0, isKnown: true } : Number.isNaN(es) ? { days: 1, isKnown: false } : lengthOf(plan, node, es)
    const finish =
      length.days === 0 || Number.isNaN(es) ? es : workingDayAt(plan.calendar, workingDayIndex(plan.calendar, es - 1) + length.days)
    const done = doneEnd(node, finish)
    pass.length[index] = length.days
    pass.isLengthKnown[index] = length.isKnown ? 1 : 0
    pass.cause[index] = cause
    pass.es[index] = node.mark === 'done' ? doneStart(node, es, done) : es
    pass.ef[index] = node.mark === 'done' ? done : finish
    pass.isStartKnown[index] = isAnchored
    pass.isEndKnown[index] = node.due || (node.mark === 'done' && node.done) || (isAnchored && length.isKnown) ? 1 : 0
  }
  return pass
}

/** The written start; the date of a milestone. */
function ownStart(step: Task | Milestone): DayNumber {
  const written = step.kind === 'milestone' ? step.due : step.start
  return written ? dayNumber(written.date) : Number.NaN
}

function earliestStart(own: DayNumber, afterOthers: DayNumber, planStart: DayNumber): readonly [DayNumber, Cause] {
  if (!Number.isNaN(afterOthers) && !(afterOthers < own)) return [afterOthers, 'predecessor']
  if (!Number.isNaN(own)) return [own, 'own']
  return [planStart, Number.isNaN(planStart) ? 'none' : 'strategy']
}

function doneEnd(step: Task | Milestone, computed: DayNumber): DayNumber {
  const written = step.done ?? step.due
  return written ? dayNumber(written.date) : computed
}

function doneStart(step: Task | Milestone, computed: DayNumber, end: DayNumber): DayNumber {
  if (step.kind === 'milestone') return end
  if (step.start) return dayNumber(step.start.date)
  return computed > end ? end : computed
}
