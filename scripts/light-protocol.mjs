// Langium takes five names from vscode-languageserver-protocol, which loads all of the protocol. A command that reads plans and starts no
// server takes them from where they are declared; the classes stay the same ones.
const names = `
export { CancellationToken, CancellationTokenSource } from 'vscode-jsonrpc/lib/common/cancellation.js'
export { Emitter } from 'vscode-jsonrpc/lib/common/events.js'
export { ResponseError } from 'vscode-jsonrpc/lib/common/messages.js'
export const LSPErrorCodes = { RequestFailed: -32803, ServerCancelled: -32802, ContentModified: -32801, RequestCancelled: -32800 }
`

export const lightProtocol = {
  name: 'light-protocol',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver-protocol$/ }, ({ importer, resolveDir }) =>
      /[\\/]langium[\\/]lib[\\/](?!lsp[\\/])/.test(importer) ? { path: resolveDir, namespace: 'light-protocol' } : undefined,
    )
    onResolve({ filter: /^vscode-jsonrpc\/lib\//, namespace: 'light-protocol' }, ({ path, resolveDir }) => ({
      path: `${resolveDir.slice(0, resolveDir.lastIndexOf('node_modules'))}node_modules/${path}`,
    }))
    onLoad({ filter: /.*/, namespace: 'light-protocol' }, ({ path }) => ({ contents: names, resolveDir: path }))
  },
}
