import { t } from '@vscode/l10n'
import { Uri, window, workspace } from 'vscode'

/** `mops.newPlan`: an unsaved plan from a template of `templates/`. */
export async function newPlan(extension: Uri): Promise<void> {
  const choice = await window.showQuickPick(
    [
      {
        label: t('Small plan'),
        detail: t('Complete: people, one number, one SMART goal, two tasks, one communication.'),
        file: 'first-plan.mops',
      },
      { label: t('Guided plan'), detail: t('To fill in: every line asks one question.'), file: 'guided-plan.mops' },
      { label: t('Library of numbers'), detail: t('Measures and metrics that several plans import.'), file: 'numbers-library.mops' },
    ],
    { title: t('New plan'), placeHolder: t('What shall it start from?') },
  )
  if (!choice) return
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'templates', choice.file))
  const document = await workspace.openTextDocument({ language: 'mops', content: new TextDecoder().decode(bytes) })
  await window.showTextDocument(document)
}
