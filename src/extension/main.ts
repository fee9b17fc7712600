import type { ExtensionContext } from 'vscode'
import { activateWith } from './activate.js'
import { isInNode } from './where.js'

/** The entry everywhere: in a desktop or remote VS Code the server is a process, in VS Code for the Web it is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const { createClient } = isInNode() ? await import('./node-client.js') : await import('./browser-client.js')
  activateWith(context, await createClient(context))
}
