import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { clientFiles } from '../lsp/client-files.js'
import type { FilesOfFolder } from '../lsp/folder-files.js'
import { internalFault } from '../lsp/internal-fault.js'
import type { Provider } from '../lsp/provider.js'
import { startServer } from '../lsp/server.js'
import { folderOnDisk } from './folder-on-disk.js'
import { transport } from './transport.js'

/** What lies on the disk is read here, where links can be followed; the rest of a virtual workspace through the client. */
function mixedFiles(connection: Connection): FilesOfFolder {
  const client = clientFiles(connection)
  return (folder) => (folder.startsWith('file:') ? folderOnDisk(folder) : client(folder))
}

/** As `mops` ends after an internal error; the client starts a new server, which gets all open documents again. */
const exitAfterFault = 3

/**
 * Serves the way that the arguments of the process name. `more` is what this server does besides.
 */
export function serve(more: readonly Provider[] = []): void {
  const { reader, writer } = transport(process.argv.slice(2))
  const connection = createConnection(ProposedFeatures.all, reader, writer)
  // A request without an answer leaves nothing half-done: texts and plans are made anew from what the editor sends.
  process.on('unhandledRejection', (error) => connection.console.error(internalFault(error)))
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
    process.stderr.write(`mops: ${internalFault(error)}\n`)
    process.exit(exitAfterFault)
  })
  startServer(connection, ({ readsThroughClient }) => (readsThroughClient ? mixedFiles(connection) : folderOnDisk), more)
}
