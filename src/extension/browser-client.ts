import { type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions } from './plan-server.js'
import { serverFile } from './server-file.js'

/** A client of the server in a web worker, which reads files through the editor. */
export function createClient(context: ExtensionContext): BaseLanguageClient {
  const worker = new Worker(serverFile(context).toString(true))
  return new LanguageClient('mops', 'mops', worker, clientOptions(workspace.workspaceFolders ?? [], true))
}
