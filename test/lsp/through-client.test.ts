import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { clientFiles } from '../../src/language/lsp/client-files.js'
import { startServer } from '../../src/language/lsp/server.js'
import { findFilesRequest, readFileRequest } from '../../src/language/protocol.js'
import { launcher } from '../cli/mops.js'
import { texts } from '../example-files.js'
import { InMemoryClient } from './in-memory-client.js'
import { StdioClient } from './stdio-client.js'

const examples = path.resolve(import.meta.dirname, '../../examples')
const folder = pathToFileURL(examples).href
const settings = { settings: { mops: { statusDate: '2027-02-12' } } }
const isPulled = { initializationOptions: { diagnostics: 'pull' } }

function read(params: unknown): object {
  const file = fileURLToPath((params as { uri: string }).uri)
  return existsSync(file) ? { text: readFileSync(file, 'utf8') } : { problem: 'missing' }
}

/** What a server as in a web worker says, which finds and reads its files through the client. */
async function throughClient(): Promise<unknown> {
  const client = new InMemoryClient((connection) => startServer(connection, () => clientFiles(connection)), {
    [findFilesRequest.method]: () => [...texts.keys()].map((name) => `${folder}/${name}`),
    [readFileRequest.method]: read,
  })
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'plans' }],
    capabilities: {},
    ...isPulled,
  })
  client.notify('initialized', {})
  client.notify('workspace/didChangeConfiguration', settings)
  const { result } = await client.request('workspace/diagnostic', { previousResultIds: [] })
  return result
}

/** What the server in a process of its own says, which reads the disk. */
async function fromDisk(): Promise<unknown> {
  const client = new StdioClient([process.execPath, launcher, 'lsp', '--stdio'], examples)
  await client.start(folder, isPulled)
  await client.connection.sendNotification('workspace/didChangeConfiguration', settings)
  const result = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] })
  await client.stop()
  return result
}

it('a server that reads through its client says what one says that reads the disk', async () => {
  const said = await throughClient()
  expect(JSON.stringify(said)).toContain('"code":')
  expect(said).toEqual(await fromDisk())
})
