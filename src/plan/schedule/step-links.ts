import type { Step } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { once, onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import type { PlainDate } from '../quantity/quantity.js'
import { schedule, writtenEnd } from './schedule.js'
import { countWaits, type Node, waitsOf } from './step-graph.js'

/** One name in an `after` clause that leads to a step or phase. */
export interface StepLink {
  readonly step: Step
  readonly ref: Ref
  readonly before: Node
  /** The last day of what is waited for, where it is written. */
  readonly end: PlainDate | undefined
  /** `due`: the step is due before it may start; `start`: it starts before it may. */
  readonly fault: 'due' | 'start' | undefined
}

/** True for a task whose written due date lies before its written start. */
export function isReversed(step: Step): boolean {
  return step.kind === 'task' && step.start !== undefined && step.due !== undefined && step.due.date < step.start.date
}

/** The links of all steps that are not cancelled, in order, a name given twice only once, without those in a loop or behind one. */
export const everyStepLink = onceWhileSame((plan: Plan): readonly StepLink[] => {
  const { graph } = schedule(plan)
  const links: StepLink[] = []
  for (const [index, step] of graph.nodes.entries()) {
    const count = countWaits(graph.before, index)
    if (count === 0 || step.kind === 'phase' || graph.isStuck[index] === 1) continue
    const seen = count > 1 ? new Set<number>() : undefined
    for (const { on, ref } of waitsOf(graph.before, index)) {
      const before = graph.nodes[on]
      if (!before || !ref || seen?.has(on)) continue
      seen?.add(on)
      const end = writtenEnd(plan, before)
      links.push({ step, ref, before, end, fault: faultOf(step, end) })
    }
  }
  return links
})

/** The links of one step with the same fault. */
export interface FaultyLinks {
  readonly step: Step
  /** What ends last; of several the first. */
  readonly worst: StepLink
  readonly end: PlainDate
  /** The other links with the fault, in order. */
  readonly others: readonly StepLink[]
}

/** The links with a fault by step, in order of the plan. */
export function faultyLinks(plan: Plan, fault: StepLink['fault']): readonly FaultyLinks[] {
  const byStep = new Map<Step, StepLink[]>()
  for (const link of everyStepLink(plan)) {
    if (link.fault !== fault) continue
    const known = byStep.get(link.step)
    if (known) known.push(link)
    else byStep.set(link.step, [link])
  }
  return [...byStep].flatMap(([step, links]) => {
    const worst = links.reduce((last, link) => ((link.end ?? '') > (last.end ?? '') ? link : last))
    return worst.end === undefined ? [] : [{ step, worst, end: worst.end, others: links.filter((link) => link !== worst) }]
  })
}

/** The steps with dates that contradict those of a step or phase that they wait for. */
export const contradictedSteps = once(
  (plan: Plan): ReadonlySet<Step> => new Set(everyStepLink(plan).flatMap(({ step, fault }) => (fault === undefined ? [] : [step]))),
)

function faultOf(step: Step, end: PlainDate | undefined): StepLink['fault'] {
  if (end === undefined || isReversed(step)) return undefined
  if (step.due && step.due.date <= end) return 'due'
  if (step.kind === 'task' && step.start && step.start.date <= end && (!step.due || end < step.due.date)) return 'start'
  return undefined
}
