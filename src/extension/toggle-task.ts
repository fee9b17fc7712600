import { t } from '@vscode/l10n'
import { window } from 'vscode'
import { toggleRequest } from '../language/protocol.js'
import type { PlanServer } from './plan-server.js'

/** `mops.toggleTask`: the task or milestone around the cursor becomes done, a done one is to do again. */
export async function toggleTask(server: PlanServer): Promise<void> {
  const editor = window.activeTextEditor
  if (editor?.document.languageId !== 'mops') return
  const range = server.client.code2ProtocolConverter.asRange(editor.selection)
  const reply = await server.ask(toggleRequest, { uri: editor.document.uri.toString(), range })
  if (!reply) window.setStatusBarMessage(t('No task at the cursor.'), 4000)
  else if (!reply.applied && reply.reason) await window.showWarningMessage(reply.reason)
}
