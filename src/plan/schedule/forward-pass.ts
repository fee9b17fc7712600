import { isMoment, type RelativeDate, type Step, waitedKinds } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { countWorkingDays, dayAfter, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { type DayNumber, dayNumber } from '../quantity/days.js'
import { rational } from '../quantity/exact.js'
import { progressOf } from './progress.js'
import { dayFrom } from './relative-days.js'
import type { StepGraph } from './step-graph.js'
import { lengthOf } from './step-length.js'
import { type WrittenDays, writtenEndOf } from './written-days.js'

/** What fixed an earliest start; `today` is the status date. */
export const causes = ['none', 'strategy', 'today', 'own', 'predecessor'] as const
export type Cause = (typeof causes)[number]

/** Earliest dates as day numbers, NaN where there are none; `strategy` means that only the plan's start holds the step. */
export interface ForwardPass {
  readonly es: Float64Array
  readonly ef: Float64Array
  /** First and last day as the text gives them, relative dates worked out. */
  readonly start: Float64Array
  readonly due: Float64Array
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

/** The same while it is filled. */
interface PassUnderWay extends ForwardPass {
  readonly cause: Cause[]
}

/**
 * Critical path method, forward pass over working days in topological order. Steps in loops and behind them get nothing. What is open is
 * not planned before the status date, unless its written start says that it has begun; what is done has the dates that are written for it.
 */
export function forwardPass(plan: Plan, graph: StepGraph, days: WrittenDays): ForwardPass {
  const count = graph.nodes.length
  const pass: PassUnderWay = {
    es: new Float64Array(count).fill(Number.NaN),
    ef: new Float64Array(count).fill(Number.NaN),
    start: days.start.slice(),
    due: days.due.slice(),
    length: new Int32Array(count),
    isLengthKnown: new Uint8Array(count),
    latest: new Int32Array(count).fill(-1),
    cause: new Array<Cause>(count).fill('none'),
    isEndKnown: new Uint8Array(count),
    isStartKnown: new Uint8Array(count),
  }
  const planStart = plan.strategy?.period ? dayNumber(plan.strategy.period.start) : Number.NaN
  const today = isUnderWay(plan) ? dayAfter(plan.calendar, dayNumber(plan.statusDate.date) - 1) : Number.NaN

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
    if (node.dueFrom || node.startFrom) workOut(plan, graph, pass, index, node)
    const own = pass.start[index] ?? Number.NaN
    const due = pass.due[index] ?? Number.NaN
    if (node.mark === 'done') {
      settleDone(plan, pass, index, node, own, due)
      continue
    }
    const afterOthers = latest < 0 ? Number.NaN : dayAfter(plan.calendar, pass.ef[latest] ?? 0)
    const [es, cause] = earliestStart(own, afterOthers, planStart, today)
    const isAnchored = Number.isNaN(own) ? isDated : 1
    const known = knownLength(plan, node, es, own, due)
    const length = known ?? 1
    pass.length[index] = length
    pass.isLengthKnown[index] = known === undefined ? 0 : 1
    pass.cause[index] = cause
    pass.es[index] = es
    pass.ef[index] = finishOf(plan, es, cause === 'today' ? remaining(node, length) : length)
    pass.isStartKnown[index] = isAnchored
    pass.isEndKnown[index] = !Number.isNaN(due) || (isAnchored && known !== undefined) ? 1 : 0
  }
  return pass
}

/** Works out the relative dates of a step whose anchors have only now got their days; those of anchors without any stay open. */
function workOut(plan: Plan, graph: StepGraph, pass: ForwardPass, index: number, step: Step): void {
  const dayOf = (relative: RelativeDate | undefined): DayNumber => {
    if (!relative || typeof relative.anchor === 'string') return Number.NaN
    const anchor = plan.find(relative.anchor, ...waitedKinds)
    const on = (anchor && graph.indexOf.get(anchor)) ?? -1
    const isFirst = relative.side === 'before'
    const isKnown = (isFirst ? pass.isStartKnown[on] : pass.isEndKnown[on]) === 1
    const day = (isFirst ? pass.es[on] : pass.ef[on]) ?? Number.NaN
    return isKnown && !Number.isNaN(day) ? dayFrom(plan.calendar, relative, day) : Number.NaN
  }
  if (Number.isNaN(pass.due[index])) pass.due[index] = dayOf(step.dueFrom)
  if (isMoment(step)) pass.start[index] = pass.due[index] ?? Number.NaN
  else if (Number.isNaN(pass.start[index])) pass.start[index] = dayOf(step.startFrom)
}

/** The length of a step in working days, for a task by its two written dates if it has both; undefined where the text does not say. */
function knownLength(plan: Plan, step: Step, es: DayNumber, start: DayNumber, due: DayNumber): number | undefined {
  if (isMoment(step)) return 0
  if (Number.isNaN(es)) return undefined
  return Number.isNaN(start) || Number.isNaN(due) ? lengthOf(plan, step, es) : Math.max(1, countWorkingDays(plan.calendar, start, due))
}

/** True for a plan that is running, or whose period holds the status date: its open work can no longer begin before that day. */
function isUnderWay(plan: Plan): boolean {
  const { date } = plan.statusDate
  const period = plan.strategy?.period
  return plan.stage === 'running' || (period !== undefined && period.start <= date && date <= period.end)
}

/** `today` is NaN in a plan that is not under way. A written start before it says that the work has begun. */
function earliestStart(own: DayNumber, afterOthers: DayNumber, planStart: DayNumber, today: DayNumber): readonly [DayNumber, Cause] {
  const hasBegun = own < today
  if (!Number.isNaN(afterOthers) && !(afterOthers < own))
    return afterOthers < today && !hasBegun ? [today, 'today'] : [afterOthers, 'predecessor']
  if (!Number.isNaN(own)) return [own, 'own']
  if (today > planStart || (Number.isNaN(planStart) && !Number.isNaN(today))) return [today, 'today']
  return [planStart, Number.isNaN(planStart) ? 'none' : 'strategy']
}

/** The working days from today on that a step of this length still needs, at least 1 for a task. */
function remaining(step: Step, length: number): number {
  const progress = step.kind === 'task' && step.mark !== 'todo' ? progressOf(step) : undefined
  if (progress === undefined) return length
  return Math.max(1, rational(1).sub(rational(progress)).mul(length).ceil().valueOf())
}

function finishOf(plan: Plan, es: DayNumber, length: number): DayNumber {
  return length === 0 || Number.isNaN(es) ? es : workingDayAt(plan.calendar, workingDayIndex(plan.calendar, es - 1) + length)
}

/** What is done has the dates that the text gives it; where it gives a start and no end, the end follows from the length. */
function settleDone(plan: Plan, pass: PassUnderWay, index: number, step: Step, own: DayNumber, due: DayNumber): void {
  const known = knownLength(plan, step, own, own, due)
  const length = known ?? (isMoment(step) ? 0 : 1)
  const last = writtenEndOf(step, plan.statusDate.date)
  const isImpossible = step.done !== undefined && last === undefined
  const written = last !== undefined ? dayNumber(last) : isImpossible ? Number.NaN : due
  const end = Number.isNaN(written) && !isImpossible ? finishOf(plan, own, length) : written
  const start = isMoment(step) ? end : own
  pass.length[index] = length
  pass.isLengthKnown[index] = known === undefined ? 0 : 1
  pass.cause[index] = Number.isNaN(start) ? 'none' : 'own'
  pass.es[index] = start
  pass.ef[index] = end
  pass.isStartKnown[index] = Number.isNaN(start) ? 0 : 1
  pass.isEndKnown[index] = Number.isNaN(end) || (Number.isNaN(written) && known === undefined) ? 0 : 1
}
