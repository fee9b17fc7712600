import type { Task } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import type { PlainDate } from '../quantity/quantity.js'
import { schedule } from './schedule.js'

/** The task of these that begins first, with its day, written or computed; undefined where no start is known. */
export function earliestStart(plan: Plan, tasks: readonly Task[]): { readonly task: Task; readonly start: PlainDate } | undefined {
  const dates = schedule(plan)
  let first: { task: Task; start: PlainDate } | undefined
  for (const task of tasks) {
    const start = dates.of(task)?.start
    if (start !== undefined && (!first || start < first.start)) first = { task, start }
  }
  return first
}
