import { backwardPass } from './backward-pass.js'
import { type DayNumber, dateOf } from './dates.js'
import type { Milestone, Phase, Task } from './elements.js'
import { forwardPass } from './forward-pass.js'
import { once } from './once.js'
import type { Plan } from './plan.js'
import type { PlainDate } from './quantity.js'
import { type Loop, type Node, type StepGraph, stepGraph } from './step-graph.js'

/** What fixed an earliest start: the plan's start, the step's own date, or the predecessor of that name. */
export type StartCause = { readonly type: 'strategy' } | { readonly type: 'own' } | { readonly type: 'predecessor'; readonly name: string }

/** The place in time of a task or milestone, or of a phase as all that it holds. All dates are inclusive. */
export interface StepDates {
  /**
   * First and last day as the text settles them: written, the `done` date, or computed from a predecessor's or an own date. Undefined where
   * only the plan's start would hold the step, where the length is unknown, and for all that stands in a loop or behind one.
   */
  readonly start: PlainDate | undefined
  readonly end: PlainDate | undefined
  readonly isStartWritten: boolean
  /** By `due`, or by `done` for what is done. */
  readonly isEndWritten: boolean
  /** Earliest and latest dates of the critical path method. */
  readonly es: PlainDate | undefined
  readonly ef: PlainDate | undefined
  readonly ls: PlainDate | undefined
  readonly lf: PlainDate | undefined
  /** Working days that the end may move; negative where it is late already. Undefined for what is done. */
  readonly slack: number | undefined
  readonly isCritical: boolean
  /** Working days; 0 for a milestone. */
  readonly length: number
  readonly isLengthKnown: boolean
  readonly cause: StartCause | undefined
  /** In a loop of `after`. */
  readonly isInLoop: boolean
  /** In a loop or behind one: nothing can be said about its dates. */
  readonly isStuck: boolean
}

/** All dates of a plan. */
export interface Schedule {
  /** The dates of a step or phase, by element or by name; undefined for unknown names and cancelled steps. */
  readonly of: (step: Node | string) => StepDates | undefined
  readonly loops: readonly Loop[]
  readonly graph: StepGraph
  /** The predecessor with the latest finish; for a phase the step in it. Undefined where there is none. */
  readonly latestBefore: (step: Task | Milestone) => Task | Milestone | undefined
}

/** The schedule of a plan: critical path method over working days; linear in steps and dependencies. Computed once. */
export const schedule = once((plan: Plan): Schedule => {
  const graph = stepGraph(plan)
  const forward = forwardPass(plan, graph)
  const backward = backwardPass(plan, graph, forward)
  const inLoop = new Set(graph.loops.flatMap((loop) => loop.path))

  const stepBehind = (index: number): Task | Milestone | undefined => {
    const latest = forward.latest[index] ?? -1
    const node = graph.nodes[latest]
    return node?.kind === 'phase' ? stepBehind(latest) : node
  }

  const cause = (index: number): StartCause | undefined => {
    const type = forward.cause[index]
    if (type === 'predecessor') return { type, name: graph.nodes[forward.latest[index] ?? -1]?.name ?? '' }
    return type === 'own' || type === 'strategy' ? { type } : undefined
  }

  const compute = (node: Node, index: number): StepDates => {
    const isStuck = graph.isStuck[index] === 1
    const written = writtenDates(node)
    const [es, ef] = [dateAt(forward.es[index]), dateAt(forward.ef[index])]
    const end = isStuck ? undefined : (written.end ?? (forward.isEndKnown[index] === 1 ? ef : undefined))
    const computedStart = forward.isStartKnown[index] === 1 && !(es && end && es > end) ? es : undefined
    return {
      start: isStuck ? undefined : (written.start ?? computedStart),
      end,
      isStartWritten: written.start !== undefined,
      isEndWritten: written.end !== undefined,
      es,
      ef,
      ls: dateAt(backward.ls[index]),
      lf: dateAt(backward.lf[index]),
      slack: Number.isNaN(backward.slack[index] ?? Number.NaN) ? undefined : backward.slack[index],
      isCritical: backward.isCritical[index] === 1,
      length: forward.length[index] ?? 0,
      isLengthKnown: forward.isLengthKnown[index] === 1,
      cause: cause(index),
      isInLoop: inLoop.has(node),
      isStuck,
    }
  }

  const dates = new Map(graph.nodes.map((node, index) => [node, compute(node, index)]))
  const of = (step: Node | string): StepDates | undefined => {
    const node = typeof step === 'string' ? nodeNamed(plan, step) : step
    return node && dates.get(node)
  }

  return {
    of,
    loops: graph.loops,
    graph,
    latestBefore: (step) => {
      const index = graph.indexOf.get(step)
      return index === undefined ? undefined : stepBehind(index)
    },
  }
})

function nodeNamed(plan: Plan, name: string): Node | undefined {
  const element = plan.byName(name)
  return element?.kind === 'task' || element?.kind === 'milestone' || element?.kind === 'phase' ? element : undefined
}

function dateAt(day: DayNumber | undefined): PlainDate | undefined {
  return day === undefined || Number.isNaN(day) ? undefined : dateOf(day)
}

function writtenDates(node: Node): { readonly start: PlainDate | undefined; readonly end: PlainDate | undefined } {
  if (node.kind === 'phase') return { start: undefined, end: undefined }
  const end = (node.mark === 'done' ? node.done?.date : undefined) ?? node.due?.date
  const start = node.kind === 'task' ? node.start?.date : end
  return { start, end }
}

/** The last day of a phase or step that others wait for, when it is written: a `due`, or the `done` date of what is done. */
export function writtenEnd(plan: Plan, node: Node): PlainDate | undefined {
  return node.kind === 'phase' ? phaseEnds(plan).get(node) : writtenDates(node).end
}

const phaseEnds = once((plan: Plan): ReadonlyMap<Phase, PlainDate> => {
  const ends = new Map<Phase, PlainDate>()
  for (const phase of plan.all('phase')) {
    for (const step of stepsOf(plan, phase)) {
      const end = step.mark === 'cancelled' ? undefined : writtenDates(step).end
      if (end !== undefined && end > (ends.get(phase) ?? '')) ends.set(phase, end)
    }
  }
  return ends
})

/** The tasks and milestones that a phase holds. */
export function stepsOf(plan: Plan, phase: Phase): readonly (Task | Milestone)[] {
  return phase.steps.map((name) => plan.byName(name)).filter((step) => step?.kind === 'task' || step?.kind === 'milestone')
}
