import type { Task } from '../elements/elements.js'
import { activeTasks } from '../model/active.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { agenda } from '../schedule/agenda.js'

/** How far the work is. Tasks that are cancelled count nowhere. */
export interface WorkJudgement {
  readonly all: number
  readonly done: number
  /** Open tasks and milestones whose end lies before the status date. */
  readonly late: number
  readonly blocked: number
}

export const judgedWork = once((plan: Plan): WorkJudgement => {
  const tasks = activeTasks(plan)
  const open = agenda(plan)
  return {
    all: tasks.length,
    done: tasks.filter(isDone).length,
    late: open.filter(({ daysLate }) => daysLate > 0).length,
    blocked: open.filter(({ isBlocked }) => isBlocked).length,
  }
})

function isDone({ mark }: Task): boolean {
  return mark === 'done'
}
