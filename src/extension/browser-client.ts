import { type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions } from './plan-server.js'
import { serverFile } from './server-file.js'

/** A client of the server in a web worker, which reads files through the editor. */
export async function createClient(context: ExtensionContext): Promise<BaseLanguageClient> {
  // From its text, since a worker may not be made from the address of an extension that lies elsewhere.
  const text = await workspace.fs.readFile(serverFile(context))
  const worker = new Worker(URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' })))
  return new LanguageClient('mops', 'mops', worker, clientOptions(workspace.workspaceFolders ?? [], true))
}
