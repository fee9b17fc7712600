import type { Provider } from './provider.js'

/** Findings for clients that ask. They are offered only where findings are not pushed, but answered always. */
export const pulledDiagnostics: Provider = {
  capabilities: {},
  attach({ connection, session, diagnostics }) {
    const current = async () => diagnostics.take(await session.outcomes())
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      await current()
      return diagnostics.report(textDocument.uri, previousResultId)
    })
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
      await current()
      return { items: diagnostics.workspaceReport(previousResultIds) }
    })
  },
}
