import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser'
import { clientFiles } from './client-files.js'
import { LifeCycle } from './life-cycle.js'
import type { Provider } from './provider.js'
import { startServer } from './server.js'

/** Serves in a web worker. It has no files of its own: the client finds and reads them. `more` is what this server does besides. */
export function serveWorker(more: readonly Provider[] = []): void {
  const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0] // inside a worker its global is the port
  const { reader, writer } = new LifeCycle({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) })
  const connection = createConnection(ProposedFeatures.all, reader, writer)
  startServer(connection, () => clientFiles(connection), more)
}
