import { type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions } from './plan-server.js'
import { serverFile } from './server-file.js'

/** A client of the server as a process of its own. */
export function createClient(context: ExtensionContext): BaseLanguageClient {
  const server = { module: serverFile(context).fsPath, transport: TransportKind.ipc }
  return new LanguageClient('mops', 'mops', { run: server, debug: server }, clientOptions(workspace.workspaceFolders ?? [], false))
}
