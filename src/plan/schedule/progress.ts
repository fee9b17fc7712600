import type { Task } from '../elements/elements.js'
import { divide } from '../quantity/exact.js'
import type { Exact } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'

/** How much of a task is done, 0 to 1: all of it when done, else `progress`, else the share of checked items. Undefined when unknown. */
export function progressOf(task: Task): Exact | undefined {
  if (task.mark === 'done') return '1'
  if (task.progress) return toBase(task.progress)
  if (task.items.length === 0) return undefined
  const items = task.items.filter((item) => item.mark !== 'cancelled')
  if (items.length === 0) return undefined
  return divide(String(items.filter((item) => item.mark === 'done').length), String(items.length))
}
