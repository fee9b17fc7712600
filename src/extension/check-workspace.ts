import { t } from '@vscode/l10n'
import { commands, ProgressLocation, window } from 'vscode'
import { statusRequest } from '../language/protocol.js'
import { countsText, sumOfFindings } from './finding-counts.js'
import type { PlanServer } from './plan-server.js'

/** `mops.checkWorkspace`: says what all plans of the workspace come to. The server has read them all; this waits for it. */
export async function checkWorkspace(server: PlanServer): Promise<void> {
  const plans = await window.withProgress({ location: ProgressLocation.Window, title: t('Checking plans') }, () =>
    server.ask(statusRequest, {}),
  )
  if (plans.length === 0) {
    await window.showInformationMessage(t('There is no .mops plan in this workspace.'))
    return
  }
  const show = t('Show Findings')
  const message = t('{plans} in the workspace: {findings}.', {
    plans: plans.length === 1 ? t('1 plan') : t('{count} plans', { count: plans.length }),
    findings: countsText(sumOfFindings(plans)),
  })
  if ((await window.showInformationMessage(message, show)) === show) await commands.executeCommand('mops.showFindings')
}
