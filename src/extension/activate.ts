import { config as configureTexts } from '@vscode/l10n'
import { commands, type Disposable, type ExtensionContext, l10n } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { checkWorkspace } from './check-workspace.js'
import { registerRulePages } from './explain-rule.js'
import { serveFiles } from './files.js'
import { newPlan } from './new-plan.js'
import { PlanServer } from './plan-server.js'
import { PlansView, revealElement } from './plans-view.js'
import { Previews } from './preview/previews.js'
import { setStatusDate } from './set-status-date.js'
import { openPreviewCommand, showFindings, showReferences } from './show.js'
import { StatusBar } from './status-bar.js'
import { toggleTask } from './toggle-task.js'

/** Everything but the choice of the client: the same in desktop VS Code and in VS Code for the Web. */
export function activateWith(context: ExtensionContext, client: BaseLanguageClient): void {
  if (l10n.bundle) configureTexts({ contents: l10n.bundle })
  const server = new PlanServer(client)
  serveFiles(client)
  const previews = new Previews(server, context.extensionUri)
  const actions: Record<string, (...args: never[]) => unknown> = {
    'mops.newPlan': () => newPlan(server),
    'mops.openPreview': openPreviewCommand(previews),
    'mops.checkWorkspace': () => checkWorkspace(server),
    'mops.setStatusDate': setStatusDate,
    'mops.toggleTask': () => toggleTask(server),
    'mops.showFindings': showFindings,
    'mops.showReferences': showReferences(client),
    'mops.revealElement': revealElement(server),
    'mops.restartServer': () => server.restart(),
    'mops.showLog': () => client.outputChannel.show(),
  }
  const parts: Disposable[] = [
    previews,
    registerRulePages(server),
    new StatusBar(server),
    new PlansView(server),
    ...Object.entries(actions).map(([name, action]) => commands.registerCommand(name, action)),
  ]
  context.subscriptions.push(...parts, server)
  commands.executeCommand('setContext', 'mops.isActive', true)
  // Not awaited: the editor should not wait for the first reading of all plans.
  client.start().catch((error: unknown) => client.error(String(error)))
}
