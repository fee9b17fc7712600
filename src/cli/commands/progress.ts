import { t } from '@vscode/l10n'
import { progressEdits } from '../../language/edits/task-edits.js'
import { changeStep, type TaskChangeOptions, taskOf } from '../loading/task-change.js'
import { UsageError } from '../terminal/usage-error.js'

/** `mops progress NAME SHARE`. */
export async function progress(name: string, share: string, written: readonly string[], options: TaskChangeOptions): Promise<void> {
  const percent = /^(\d{1,3})%?$/.exec(share)?.[1]
  if (percent === undefined || Number(percent) > 100)
    throw new UsageError(t('A progress is a share from 0% to 100%, and `{share}` is none.', { share }))
  await changeStep(name, written, options, (step, on, context) => progressEdits(taskOf(step), String(Number(percent)), on, context))
}
