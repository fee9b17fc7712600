import { unnoticed } from '../model/dependencies.js'
import type { Plan } from '../model/plan.js'
import { schedule } from './schedule.js'
import type { Node } from './step-graph.js'

/** When the steps of a plan took place in the version of it that was looked at last. */
export class StepDaysKept {
  private plan: Plan | undefined

  /** The steps and phases that take place on other days than in the version that this was asked of last, and some that may. */
  moved(plan: Plan): readonly Node[] {
    const before = this.plan
    this.plan = plan
    return before && before !== plan ? unnoticed(() => movedSince(before, plan)) : []
  }
}

function movedSince(before: Plan, plan: Plan): readonly Node[] {
  const [old, now] = [schedule(before), schedule(plan)]
  if (old === now) return []
  const [oldNodes, nodes] = [old.graph.nodes, now.graph.nodes]
  // Most edits leave the others in their order; what stands between the first and the last other one is looked at in any case.
  let front = 0
  while (front < nodes.length && nodes[front] === oldNodes[front]) front++
  let back = 0
  while (back < nodes.length - front && nodes.at(-1 - back) === oldNodes.at(-1 - back)) back++
  return nodes.filter((node, index) => {
    if (index >= front && index < nodes.length - back) return true
    const [then, days] = [old.of(node), now.of(node)]
    return then?.start !== days?.start || then?.end !== days?.end || then?.isStuck !== days?.isStuck
  })
}
