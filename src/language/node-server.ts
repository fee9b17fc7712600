import { fileURLToPath, pathToFileURL } from 'node:url'
import ignore from 'ignore'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { clientFiles } from './lsp/client-files.js'
import type { FileSource } from './lsp/file-source.js'
import { findPlans, readText, UnreadableFolder } from './node-files.js'
import { startServer } from './server.js'

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
    try {
      return findPlans(root)
        .filter(isWanted)
        .map((file) => pathToFileURL(file).href)
    } catch (error) {
      if (error instanceof UnreadableFolder) return []
      throw error
    }
  },
  read: async (uri, limit) => {
    if (!uri.startsWith('file:')) return { problem: 'missing' }
    const found = readText(fileURLToPath(uri))
    return typeof found === 'string' ? { problem: found } : { text: limit === undefined ? found.text : found.text.slice(0, limit) }
  },
}

/** Serves over stdio, or the way that the arguments name: `--node-ipc` for the IPC channel of the parent process, `--socket=N`, `--pipe=NAME`. */
export function serve(): void {
  const isWayGiven = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))
  const connection = isWayGiven
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  startServer(connection, ({ readsThroughClient }) => (readsThroughClient ? clientFiles(connection) : diskFiles))
}
