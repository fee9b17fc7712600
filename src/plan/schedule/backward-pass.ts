import type { Goal, Step } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import { goalTime } from '../numbers/goal-time.js'
import { dayUpTo, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { type DayNumber, dayNumber } from '../quantity/days.js'
import type { ForwardPass } from './forward-pass.js'
import type { StepGraph } from './step-graph.js'

/** Latest dates as day numbers and slack in working days, NaN where there are none and for what is done. */
export interface BackwardPass {
  readonly ls: Float64Array
  readonly lf: Float64Array
  readonly slack: Float64Array
  /** The number of the step whose written date holds the latest end, the step itself for its own; -1 where none does. */
  readonly heldBy: Int32Array
  /** 1 for open steps with the smallest slack of the plan. */
  readonly isCritical: Uint8Array
}

/** Critical path method, backward pass: from due dates, the deadlines of goals and the plan's end to the latest start of each open step. */
export function backwardPass(plan: Plan, graph: StepGraph, forward: ForwardPass): BackwardPass {
  const count = graph.nodes.length
  const ls = new Float64Array(count).fill(Number.NaN)
  const lf = new Float64Array(count).fill(Number.NaN)
  const slack = new Float64Array(count).fill(Number.NaN)
  const heldBy = new Int32Array(count).fill(-1)
  const planEnd = plan.strategy?.period ? dayNumber(plan.strategy.period.end) : Number.NaN
  const deadlineOf = deadlines(plan)
  let smallest = Number.POSITIVE_INFINITY

  const { behind } = graph
  for (let position = graph.order.length - 1; position >= 0; position--) {
    const index = graph.order[position] ?? 0
    const node = graph.nodes[index]
    if (!node) continue
    let latest = Number.POSITIVE_INFINITY
    for (let at = behind.first[index] ?? 0; at < (behind.first[index + 1] ?? 0); at++) {
      const next = behind.nodes[at] ?? 0
      const isAround = graph.nodes[next]?.kind === 'phase'
      const limit = (isAround ? lf[next] : ls[next]) ?? Number.NaN
      if (Number.isNaN(limit)) continue
      const day = isAround ? limit : dayUpTo(plan.calendar, limit - 1)
      const isFirst = day < latest
      latest = Math.min(latest, day)
      if ((heldBy[next] ?? -1) >= 0 && (isFirst || (heldBy[index] ?? -1) < 0)) heldBy[index] = isAround ? (heldBy[next] ?? -1) : next
    }
    if (node.kind === 'phase') {
      if (Number.isFinite(latest)) lf[index] = latest
      continue
    }
    if (node.mark === 'done') {
      heldBy[index] = -1
      continue
    }
    const due = forward.due[index] ?? Number.NaN
    if (!Number.isNaN(due)) heldBy[index] = index
    latest = Math.min(latest, Number.isNaN(due) ? latest : due, goalLimit(plan, node, deadlineOf))
    if (!Number.isFinite(latest)) latest = planEnd
    if (Number.isNaN(latest)) continue
    const length = forward.length[index] ?? 0
    lf[index] = latest
    ls[index] = length === 0 ? latest : workingDayAt(plan.calendar, workingDayIndex(plan.calendar, latest) - length + 1)
    for (let at = behind.first[index] ?? 0; at < (behind.first[index + 1] ?? 0); at++) {
      const around = behind.nodes[at] ?? 0
      if (graph.nodes[around]?.kind === 'phase' && !((ls[around] ?? 0) <= (ls[index] ?? 0))) ls[around] = ls[index] ?? Number.NaN
    }
    const finish = forward.ef[index] ?? Number.NaN
    if (Number.isNaN(finish)) continue
    slack[index] = workingDayIndex(plan.calendar, latest) - workingDayIndex(plan.calendar, finish)
    smallest = Math.min(smallest, slack[index] ?? smallest)
  }
  const isCritical = new Uint8Array(count)
  for (let index = 0; index < count; index++) if (slack[index] === smallest) isCritical[index] = 1
  return { ls, lf, slack, heldBy, isCritical }
}

/** The first deadline of the goals that a step is for; work that looks back has none. */
function goalLimit(plan: Plan, step: Step, deadlineOf: (goal: Goal) => DayNumber): DayNumber {
  let limit = Number.POSITIVE_INFINITY
  if (step.kind === 'task' && step.wrapup) return limit
  for (const ref of step.for) {
    const goal = plan.find(ref, 'goal')
    if (goal) limit = Math.min(limit, deadlineOf(goal))
  }
  return limit
}

function deadlines(plan: Plan): (goal: Goal) => DayNumber {
  const known = new Map<Goal, DayNumber>()
  for (const goal of plan.all('goal')) {
    const { deadline } = goalTime(plan, goal)
    if (deadline !== undefined && goal.outcome?.outcome !== 'dropped') known.set(goal, dayNumber(deadline))
  }
  return (goal) => known.get(goal) ?? Number.POSITIVE_INFINITY
}
