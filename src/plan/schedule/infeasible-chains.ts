import { isMoment, type Step } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import type { PlainDate } from '../quantity/quantity.js'
import { pushingChain } from './critical-chain.js'
import { schedule } from './schedule.js'
import { contradictedSteps, isReversed } from './step-links.js'

/** A step that cannot end on its due date because of what stands before it, with the steps that push it, in order of time, itself last. */
export interface InfeasibleChain {
  readonly last: Step
  /** Its due date. */
  readonly due: PlainDate
  readonly steps: readonly Step[]
  /** Its first step cannot begin before the status date, and that is what makes it late. */
  readonly isFromToday: boolean
  /** The day until which the work needs. */
  readonly needsUntil: PlainDate
}

/** Chains that do not fit although no single link of them is wrong; of several steps that one chain makes late, the last. */
export const infeasibleChains = once((plan: Plan): readonly InfeasibleChain[] => {
  const dates = schedule(plan)
  const late = new Map<Step, PlainDate>()
  for (const node of dates.graph.nodes) {
    if (node.kind === 'phase' || node.mark === 'done') continue
    const { due, ef } = dates.of(node) ?? {}
    if (due !== undefined && ef !== undefined && ef > due) late.set(node, ef)
  }
  const covered = new Set<Step>()
  for (const step of late.keys()) {
    let before = pushedBy(plan, step)
    for (; before && !covered.has(before); before = pushedBy(plan, before)) covered.add(before)
  }
  const chains: InfeasibleChain[] = []
  for (const [last, ef] of late) {
    if (covered.has(last)) continue
    const steps = pushingChain(plan, last)
    const isAlone = steps.length === 1 && !isTooLongByItself(plan, last)
    if (isAlone || steps.some((step) => isWrong(plan, step))) continue
    const isFromToday = dates.of(steps[0] ?? last)?.cause?.type === 'today'
    const due = dates.of(last)?.due ?? ''
    if (isFromToday && due < plan.statusDate.date) continue // it is overdue, which is said of it
    const before = steps.at(-2)
    chains.push({
      last,
      due,
      steps,
      isFromToday,
      needsUntil: (isMoment(last) && before ? dates.of(before)?.ef : undefined) ?? ef,
    })
  }
  return chains
})

/** The step that fixes the earliest start of this one. */
function pushedBy(plan: Plan, step: Step): Step | undefined {
  const dates = schedule(plan)
  return step.mark !== 'done' && dates.of(step)?.cause?.type === 'predecessor' ? dates.latestBefore(step) : undefined
}

function isWrong(plan: Plan, step: Step): boolean {
  return isReversed(step) || contradictedSteps(plan).has(step)
}

/** A task with a due date only that needs more time than there is from the start of the plan, or from today. */
function isTooLongByItself(plan: Plan, step: Step): boolean {
  const dates = schedule(plan).of(step)
  return (
    (dates?.cause?.type === 'strategy' || dates?.cause?.type === 'today') && dates.isLengthKnown && (dates.es ?? '') <= (dates.due ?? '')
  )
}
