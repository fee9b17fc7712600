import { fileURLToPath, pathToFileURL } from 'node:url'
import ignore from 'ignore'
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { clientFiles } from '../lsp/client-files.js'
import type { FileRead, FileSource } from '../lsp/file-source.js'
import { internalFault } from '../lsp/internal-fault.js'
import type { Provider } from '../lsp/provider.js'
import { startServer } from '../lsp/server.js'
import { findPlans, isFile, leadsOutside, readHead, readWithin } from './files.js'

/** Files on the disk; anything else than `file:` URIs is missing. */
const diskFiles: FileSource = {
  findPlans: async (folder, exclude) => {
    if (!folder.startsWith('file:')) return []
    const root = fileURLToPath(folder)
    const excluded = ignore().add([...exclude])
    const isWanted = (file: string) => {
      const relative = file
        .slice(root.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/')
      return relative === '' || !excluded.ignores(relative)
    }
    return findPlans(root, { isLenient: true, within: root })
      .filter(isWanted)
      .map((file) => pathToFileURL(file).href)
  },
  read: async (uri, { within, limit }) => {
    if (!uri.startsWith('file:')) return { problem: 'missing' }
    const file = pathOf(uri)
    if (file === undefined) return { problem: 'unreadable' }
    const root = fileURLToPath(`${within}/`)
    if (limit !== undefined) return headWithin(root, file, limit)
    const found = readWithin(root, file)
    return typeof found === 'string' ? { problem: found } : { text: found.text }
  },
}

/** As the command line looks at data: what is no regular file, or lies outside, is missing. */
function headWithin(root: string, file: string, bytes: number): FileRead {
  if (!isFile(file) || leadsOutside(root, file)) return { problem: 'missing' }
  return { text: readHead(file, bytes) }
}

/** Undefined for a URI that no file can have, such as one with an escaped slash. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** What lies on the disk is read here, where links can be followed; the rest of a virtual workspace through the client. */
function mixedFiles(connection: Connection): FileSource {
  const client = clientFiles(connection)
  const sourceOf = (uri: string) => (uri.startsWith('file:') ? diskFiles : client)
  return {
    findPlans: (folder, exclude) => sourceOf(folder).findPlans(folder, exclude),
    read: (uri, options) => sourceOf(uri).read(uri, options),
  }
}

/** As `mops` ends after an internal error; the client starts a new server, which gets all open documents again. */
const exitAfterFault = 3

/**
 * Serves over stdio, or the way that the arguments name: `--node-ipc` for the IPC channel of the parent process, `--socket=N`, `--pipe=NAME`.
 * `more` is what this server does besides.
 */
export function serve(more: readonly Provider[] = []): void {
  const isWayGiven = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))
  const connection = isWayGiven
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  // A request without an answer leaves nothing half-done: texts and plans are made anew from what the editor sends.
  process.on('unhandledRejection', (error) => connection.console.error(internalFault(error)))
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
    process.stderr.write(`mops: ${internalFault(error)}\n`)
    process.exit(exitAfterFault)
  })
  startServer(connection, ({ readsThroughClient }) => (readsThroughClient ? mixedFiles(connection) : diskFiles), more)
}
