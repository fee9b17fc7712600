import type { Goal, Step } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { schedule } from './schedule.js'

/** The tasks and milestones `for` each goal that are not cancelled, in order of the plan. */
const stepsOfGoals = once((plan: Plan): ReadonlyMap<Goal, readonly Step[]> => {
  const steps = new Map<Goal, Step[]>()
  for (const node of schedule(plan).graph.nodes) {
    if (node.kind === 'phase') continue
    for (const ref of node.for) {
      const goal = plan.find(ref, 'goal')
      const known = goal && steps.get(goal)
      if (known) known.push(node)
      else if (goal) steps.set(goal, [node])
    }
  }
  return steps
})

/**
 * The steps that decide when a goal's work ends, in order of time: from its step with the latest earliest finish back over the predecessor
 * that finishes last; ties by position. Empty for a goal without dated work.
 */
export function criticalChain(plan: Plan, goal: Goal): readonly Step[] {
  const dates = schedule(plan)
  let last: Step | undefined
  let finish = ''
  for (const step of stepsOfGoals(plan).get(goal) ?? []) {
    const ef = dates.of(step)?.ef
    if (ef !== undefined && ef > finish) {
      last = step
      finish = ef
    }
  }
  return last ? chainTo(plan, last) : []
}

/** The steps that lead to a step over the predecessor that finishes last, the step itself at the end. */
function chainTo(plan: Plan, last: Step): readonly Step[] {
  const { latestBefore } = schedule(plan)
  const chain = [last]
  for (let step = latestBefore(last); step; step = latestBefore(step)) chain.push(step)
  return chain.reverse()
}

/** The steps behind each other that push a step's earliest dates, in order of time: back as long as a predecessor fixes the start. */
export function pushingChain(plan: Plan, last: Step): readonly Step[] {
  const dates = schedule(plan)
  const chain = [last]
  for (let step: Step | undefined = last; step && step.mark !== 'done' && dates.of(step)?.cause?.type === 'predecessor'; ) {
    step = dates.latestBefore(step)
    if (step) chain.push(step)
  }
  return chain.reverse()
}
