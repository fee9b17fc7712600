import type { ExtensionContext } from 'vscode'
import { workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from './activate.js'
import { clientOptions } from './plan-server.js'

/** The entry in desktop and remote VS Code: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('out/extension/server.cjs')
  const server = { module, transport: TransportKind.ipc }
  const options = clientOptions(workspace.workspaceFolders ?? [], false)
  activateWith(context, new LanguageClient('mops', 'mops', { run: server, debug: server }, options))
}
