import { type Phase, type Step, stepKinds, waitedKinds } from '../elements/elements.js'
import { ofItself } from '../model/dependencies.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type DayNumber, dateOf } from '../quantity/days.js'
import type { PlainDate } from '../quantity/quantity.js'
import { type BackwardPass, backwardPass } from './backward-pass.js'
import { type ForwardPass, forwardPass } from './forward-pass.js'
import { type Loop, type Node, type StepGraph, stepGraph } from './step-graph.js'
import { writtenDays, writtenEndOf } from './written-days.js'

/** What fixed an earliest start: the plan's start, the status date, the step's own date, or the predecessor of that name. */
export type StartCause = { readonly type: 'strategy' | 'today' | 'own' } | { readonly type: 'predecessor'; readonly name: string }

/** The place in time of a task or milestone, or of a phase as all that it holds. All dates are inclusive. */
export interface StepDates {
  /**
   * First and last day as the text settles them: written, the `done` date, computed from a predecessor's or an own date, or as late as a
   * written date behind the step allows (`readyFor`). Undefined where only the plan's start or today would hold the step, where the length is
   * unknown, and for all that stands in a loop or behind one.
   */
  readonly start: PlainDate | undefined
  readonly end: PlainDate | undefined
  /** `due` as written or worked out from something else, also of what is done; undefined for phases. */
  readonly due: PlainDate | undefined
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
  /** The step behind this one whose date settles the days of this one, where nothing else does: it is planned as late as that allows. */
  readonly readyFor: string | undefined
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
  readonly latestBefore: (step: Step) => Step | undefined
}

/** The schedule of a plan: critical path method over working days; linear in steps and dependencies. Computed once. */
export const schedule = onceWhileSame((plan: Plan): Schedule => {
  const graph = stepGraph(plan)
  const forward = forwardPass(plan, graph, writtenDays(plan))
  const passes = { graph, today: plan.statusDate.date, forward, backward: backwardPass(plan, graph, forward) }
  const inLoop = new Set(graph.loops.flatMap((loop) => loop.path))

  const stepBehind = (index: number): Step | undefined => {
    const latest = forward.latest[index] ?? -1
    const node = graph.nodes[latest]
    return node?.kind === 'phase' ? stepBehind(latest) : node
  }

  const dates = graph.nodes.map((node, index) => new PassDates(passes, node, index, inLoop.has(node)))
  const of = (step: Node | string): StepDates | undefined => {
    const node = typeof step === 'string' ? nodeNamed(plan, step) : step
    const index = node && graph.indexOf.get(node)
    return index === undefined ? undefined : dates[index]
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

interface Passes {
  readonly today: PlainDate
  readonly graph: StepGraph
  readonly forward: ForwardPass
  readonly backward: BackwardPass
}

/** What nearly everybody asks is settled at once; the rest is read from the passes, since most of it is never asked for. */
class PassDates implements StepDates {
  readonly start: PlainDate | undefined
  readonly end: PlainDate | undefined
  readonly isInLoop: boolean
  private readonly passes: Passes
  private readonly node: Node
  private readonly index: number

  constructor(passes: Passes, node: Node, index: number, isInLoop: boolean) {
    this.passes = passes
    this.node = node
    this.index = index
    this.isInLoop = isInLoop
    this.end = this.isStuck ? undefined : (endWrittenFor(node, passes.today) ?? this.dueUnlessDone ?? this.computedEnd)
    this.start = this.isStuck ? undefined : (startWrittenFor(node, passes.today) ?? this.relativeStart ?? this.computedStart)
  }

  /** The end of what is done is settled by the pass, which knows whether its `done` date can be believed. */
  private get dueUnlessDone(): PlainDate | undefined {
    return this.node.kind !== 'phase' && this.node.mark === 'done' ? undefined : this.due
  }

  get due(): PlainDate | undefined {
    return dateAt(this.passes.forward.due[this.index])
  }

  private get relativeStart(): PlainDate | undefined {
    return dateAt(this.passes.forward.start[this.index])
  }

  private get computedEnd(): PlainDate | undefined {
    if (this.passes.forward.isEndKnown[this.index] === 1) return this.ef
    return this.isHeld ? laterOf(this.lf, this.ef) : undefined
  }

  /** Only a written date behind the step says when it takes place. */
  private get isHeld(): boolean {
    const { forward, backward } = this.passes
    const holder = backward.heldBy[this.index] ?? -1
    return holder >= 0 && holder !== this.index && forward.isStartKnown[this.index] !== 1 && forward.isEndKnown[this.index] !== 1
  }

  private get computedStart(): PlainDate | undefined {
    if (this.isHeld && (this.isLengthKnown || this.node.kind === 'phase')) return laterOf(this.ls, this.es)
    if (this.passes.forward.isStartKnown[this.index] !== 1) return undefined
    const { es, end } = this
    return es && end && es > end ? undefined : es
  }

  get isStartWritten(): boolean {
    return startWrittenFor(this.node, this.passes.today) !== undefined
  }

  get isEndWritten(): boolean {
    return endWrittenFor(this.node, this.passes.today) !== undefined
  }

  get es(): PlainDate | undefined {
    return dateAt(this.passes.forward.es[this.index])
  }

  get ef(): PlainDate | undefined {
    return dateAt(this.passes.forward.ef[this.index])
  }

  get ls(): PlainDate | undefined {
    return dateAt(this.passes.backward.ls[this.index])
  }

  get lf(): PlainDate | undefined {
    return dateAt(this.passes.backward.lf[this.index])
  }

  get slack(): number | undefined {
    const days = this.passes.backward.slack[this.index] ?? Number.NaN
    return Number.isNaN(days) ? undefined : days
  }

  get isCritical(): boolean {
    return this.passes.backward.isCritical[this.index] === 1
  }

  get length(): number {
    return this.passes.forward.length[this.index] ?? 0
  }

  get isLengthKnown(): boolean {
    return this.passes.forward.isLengthKnown[this.index] === 1
  }

  get cause(): StartCause | undefined {
    const { graph, forward } = this.passes
    const type = forward.cause[this.index]
    if (type === 'predecessor') return { type, name: graph.nodes[forward.latest[this.index] ?? -1]?.name ?? '' }
    return type === 'own' || type === 'strategy' || type === 'today' ? { type } : undefined
  }

  get readyFor(): string | undefined {
    const { graph, backward } = this.passes
    return !this.isStuck && this.isHeld ? graph.nodes[backward.heldBy[this.index] ?? -1]?.name : undefined
  }

  get isStuck(): boolean {
    return this.passes.graph.isStuck[this.index] === 1
  }
}

/** When a step takes place. */
export type StepDays = Pick<StepDates, 'start' | 'end' | 'isStuck'>

/** When a step takes place; undefined for cancelled steps. */
export function daysOf(plan: Plan, step: Step): StepDays | undefined {
  return ofItself(step, () => schedule(plan).of(step))
}

function nodeNamed(plan: Plan, name: string): Node | undefined {
  return plan.find({ name }, ...waitedKinds)
}

function laterOf(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

function dateAt(day: DayNumber | undefined): PlainDate | undefined {
  return day === undefined || Number.isNaN(day) ? undefined : dateOf(day)
}

function startWrittenFor(node: Node, today: PlainDate): PlainDate | undefined {
  return node.kind === 'task' ? node.start?.date : endWrittenFor(node, today)
}

function endWrittenFor(node: Node, today: PlainDate): PlainDate | undefined {
  return node.kind === 'phase' ? undefined : writtenEndOf(node, today)
}

/** The last day of a phase or step that others wait for, when it is written: a `due`, or the `done` date of what is done. */
export function writtenEnd(plan: Plan, node: Node): PlainDate | undefined {
  return node.kind === 'phase' ? phaseEnds(plan).get(node) : writtenEndOf(node, plan.statusDate.date)
}

const phaseEnds = onceWhileSame((plan: Plan): ReadonlyMap<Phase, PlainDate> => {
  const ends = new Map<Phase, PlainDate>()
  for (const phase of plan.all('phase')) {
    for (const step of stepsOf(plan, phase)) {
      const end = step.mark === 'cancelled' ? undefined : writtenEndOf(step, plan.statusDate.date)
      if (end !== undefined && end > (ends.get(phase) ?? '')) ends.set(phase, end)
    }
  }
  return ends
})

/** The tasks and milestones that a phase holds. */
export function stepsOf(plan: Plan, phase: Phase): readonly Step[] {
  return phase.steps.flatMap((name) => plan.find({ name }, ...stepKinds) ?? [])
}
