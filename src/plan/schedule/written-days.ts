import { isMoment, type RelativeDate, type SitedDate, type Step } from '../elements/elements.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type DayNumber, dayNumber } from '../quantity/days.js'
import type { PlainDate } from '../quantity/quantity.js'
import { settledDays } from './relative-days.js'
import { stepGraph } from './step-graph.js'

/** The dates that the text gives to the nodes of the step graph, relative ones that rest on written ones included, as day numbers by the number of the node; NaN where there is none. */
export interface WrittenDays {
  /** The start of a task, the date of a milestone. */
  readonly start: Float64Array
  readonly due: Float64Array
}

/** Read once for all who compute with them, since a plan has many dates. */
export const writtenDays = onceWhileSame((plan: Plan): WrittenDays => {
  const { nodes } = stepGraph(plan)
  const settled: ReadonlyMap<RelativeDate | undefined, DayNumber> = settledDays(plan)
  const start = new Float64Array(nodes.length).fill(Number.NaN)
  const due = new Float64Array(nodes.length).fill(Number.NaN)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node || node.kind === 'phase') continue
    due[index] = dayOf(node.due, settled.get(node.dueFrom))
    start[index] = isMoment(node) ? (due[index] ?? Number.NaN) : dayOf(node.start, settled.get(node.startFrom))
  }
  return { start, due }
})

/**
 * The last day that the text gives to a step: the `done` date of what is done, else its `due`. A `done` date after the status date cannot
 * be, and a `due` after it says nothing of what is done by then: the end is not known.
 */
export function writtenEndOf(step: Step, today: PlainDate): PlainDate | undefined {
  if (step.mark !== 'done' || !step.done) return step.due?.date
  if (step.done.date <= today) return step.done.date
  return step.due && step.due.date <= today ? step.due.date : undefined
}

function dayOf(date: SitedDate | undefined, settled: DayNumber = Number.NaN): DayNumber {
  return date ? dayNumber(date.date) : settled
}
