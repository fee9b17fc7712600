import { markEdits } from '../../language/edits/task-edits.js'
import { changeStep, type TaskChangeOptions, taskOf } from '../loading/task-change.js'

/** `mops start NAME`. */
export async function start(name: string, written: readonly string[], options: TaskChangeOptions): Promise<void> {
  await changeStep(name, written, options, (step, on, context) => markEdits(taskOf(step), 'doing', on, context))
}
