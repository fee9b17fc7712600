import { commands, Uri, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Location, Position } from 'vscode-languageserver-types'
import type { Previews } from './preview/previews.js'

/** `mops.showFindings`; a URI opens that file first. */
export async function showFindings(uri?: string): Promise<void> {
  if (typeof uri === 'string') await window.showTextDocument(Uri.parse(uri))
  await commands.executeCommand('workbench.actions.view.problems')
}

/** `mops.openPreview`: from a lens with the plan's URI and an element's name, from a menu with the file's URI, else for the active editor. */
export function openPreviewCommand(previews: Previews): (target?: string | Uri, name?: unknown) => Promise<void> {
  return async (target, name) => {
    const document = window.activeTextEditor?.document
    const uri = typeof target === 'string' ? Uri.parse(target) : (target ?? document?.uri)
    if (uri) await previews.open(uri, typeof name === 'string' ? name : undefined)
  }
}

/** `mops.showReferences`: what a lens found, in the editor's own list. */
export function showReferences(
  client: BaseLanguageClient,
): (uri: string, position: Position, locations: readonly Location[]) => Promise<void> {
  return async (uri, position, locations) => {
    const { asPosition, asLocation } = client.protocol2CodeConverter
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), asPosition(position), locations.map(asLocation))
  }
}
