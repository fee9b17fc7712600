import { type ExtensionContext, Uri } from 'vscode'

/** The bundled server, one file for Node and for a web worker. */
export function serverFile({ extensionUri }: ExtensionContext): Uri {
  return Uri.joinPath(extensionUri, 'out/extension/server.cjs')
}
