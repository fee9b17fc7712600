import { t } from '@vscode/l10n'
import { window, workspace } from 'vscode'
import { newPlanRequest, templatesRequest } from '../language/protocol.js'
import type { PlanServer } from './plan-server.js'

/** `mops.newPlan`: an unsaved plan from one of the templates of `mops init`. */
export async function newPlan(server: PlanServer): Promise<void> {
  const templates = await server.ask(templatesRequest, {})
  const choice = await window.showQuickPick(
    templates.map(({ name, title, summary }) => ({ label: title, detail: summary, name })),
    { title: t('New plan'), placeHolder: t('What shall it start from?') },
  )
  const plan = choice && (await server.ask(newPlanRequest, { template: choice.name }))
  if (!plan) return
  await window.showTextDocument(await workspace.openTextDocument({ language: 'mops', content: plan.text }))
}
