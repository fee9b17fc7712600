import { t } from '@vscode/l10n'
import { window } from 'vscode'
import { elementAtRequest, planRequest, setMarkRequest } from '../language/protocol.js'
import { unpackPlan } from '../plan/model/packed-plan.js'
import type { PlanServer } from './plan-server.js'

/** `mops.toggleTask`: the task or milestone around the cursor becomes done, a done one is to do again. */
export async function toggleTask(server: PlanServer): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== 'mops') return
  const uri = editor.document.uri.toString()
  const range = server.client.code2ProtocolConverter.asRange(editor.selection)
  const around = await server.ask(elementAtRequest, { uri, range })
  const reply = around && (await server.ask(planRequest, { uri }))
  const element = reply && unpackPlan(reply.plan).byName(around.name)
  if (element?.kind !== 'task' && element?.kind !== 'milestone') {
    window.setStatusBarMessage(t('No task at the cursor.'), 4000)
    return
  }
  const { applied, reason } = await server.ask(setMarkRequest, { uri, name: element.name, mark: element.mark === 'done' ? 'todo' : 'done' })
  if (!applied && reason) await window.showWarningMessage(reason)
}
