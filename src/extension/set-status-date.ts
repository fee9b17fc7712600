import { t } from '@vscode/l10n'
import { ConfigurationTarget, window, workspace } from 'vscode'
import { isDate } from '../plan/quantity/days.js'

/** `mops.setStatusDate`: writes the setting; an empty answer goes back to the plan's own date or the clock. */
export async function setStatusDate(): Promise<void> {
  const settings = workspace.getConfiguration('mops')
  const answer = await window.showInputBox({
    title: t('Status date'),
    prompt: t('The day that every check takes for today, as 2027-02-12. Empty: the plan’s asof, else the clock.'),
    value: settings.get<string>('statusDate', ''),
    validateInput: (text) =>
      text.trim() === '' || isDate(text.trim()) ? undefined : t('Write the date as year-month-day, for example 2027-02-12.'),
  })
  if (answer === undefined) return
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await settings.update('statusDate', answer.trim() || undefined, target)
}
