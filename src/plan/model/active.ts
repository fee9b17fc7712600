import { type Goal, isStep, type Mark, type PlanElement, type Step, stepKinds, type Task } from '../elements/elements.js'
import { onceWhileSame } from './once.js'
import type { Plan } from './plan.js'

/** False for a step that is cancelled and for a goal that is dropped: they count for nothing. */
export function isActive(element: PlanElement): boolean {
  if (element.kind === 'goal') return element.outcome?.outcome !== 'dropped'
  if (isStep(element)) return element.mark !== 'cancelled'
  return true
}

/** To do, in progress or blocked. */
export function isOpen({ mark }: { readonly mark: Mark }): boolean {
  return mark !== 'done' && mark !== 'cancelled'
}

/** Tasks that are not cancelled, in order. */
export const activeTasks = onceWhileSame((plan: Plan): readonly Task[] => plan.all('task').filter(isActive))

/** Goals that are not dropped, in order. */
export const activeGoals = onceWhileSame((plan: Plan): readonly Goal[] => plan.all('goal').filter(isActive))

/** Steps that are not cancelled, tasks first. */
export const activeSteps = onceWhileSame((plan: Plan): readonly Step[] => [
  ...activeTasks(plan),
  ...stepKinds.flatMap((kind): readonly Step[] => (kind === 'task' ? [] : plan.all(kind).filter(isActive))),
])
