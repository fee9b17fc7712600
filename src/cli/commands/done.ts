import { t } from '@vscode/l10n'
import { itemMarkEdits, markEdits, markRefusal } from '../../language/edits/task-edits.js'
import type { TextEdit } from '../../language/edits/text-edit.js'
import type { EditContext } from '../../language/edits/text-edits.js'
import type { ChecklistItem, Step } from '../../plan/elements/elements.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { plainText } from '../../report/plain-text.js'
import { changeStep, type TaskChangeOptions } from '../loading/task-change.js'
import { UsageError } from '../terminal/usage-error.js'

/** `mops done NAME`. */
export async function done(
  name: string,
  written: readonly string[],
  options: TaskChangeOptions & { readonly items?: boolean },
): Promise<void> {
  const step = await changeStep(name, written, options, (found, on, context) => [
    ...doneEdits(found, on, context),
    ...(options.items ? openItems(found).flatMap((item) => itemMarkEdits(item, 'done', context)) : []),
  ])
  if (options.items) return
  for (const { text } of openItems(step)) process.stdout.write(`${t('Still open in it: {item}', { item: plainText(text.text) })}\n`)
}

function doneEdits(step: Step, on: PlainDate, context: EditContext): readonly TextEdit[] {
  const refusal = markRefusal(step, 'done', on)
  if (refusal !== undefined) throw new UsageError(refusal)
  return markEdits(step, 'done', on, context)
}

function openItems(step: Step): readonly ChecklistItem[] {
  return step.kind === 'task' ? step.items.filter(({ mark }) => mark !== 'done' && mark !== 'cancelled') : []
}
