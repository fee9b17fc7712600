import type { PlanElement } from './elements.js'

/** False for a task or milestone that is cancelled and for a goal that is dropped: they count for nothing. */
export function isAlive(element: PlanElement): boolean {
  if (element.kind === 'goal') return element.outcome?.outcome !== 'dropped'
  if (element.kind === 'task' || element.kind === 'milestone') return element.mark !== 'cancelled'
  return true
}
