import { expect, test } from 'vitest'
import { views } from '../../src/extension/preview/view-provider.js'
import { type ViewReply, viewRequest } from '../../src/extension/preview/view-request.js'
import { startServer } from '../../src/language/lsp/server.js'
import { InMemoryClient } from './in-memory-client.js'
import { memoryFolders } from './memory-folder.js'

const uri = 'file:///plans/plan.mops'

/** A server with one plan, as the extension runs it. */
async function serverOf(text: string): Promise<(known?: ViewReply) => Promise<ViewReply>> {
  const client = new InMemoryClient((connection) => startServer(connection, () => memoryFolders(new Map([[uri, text]])), [views]))
  const workspaceFolders = [{ uri: 'file:///plans', name: 'plans' }]
  await client.request('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities: {} })
  client.notify('initialized', {})
  return async (known) => {
    const params = { uri, ...(known && { known: { of: uri, revision: known.revision } }) }
    return (await client.request(viewRequest.method, params)).result as ViewReply
  }
}

test('who knows a revision gets what has changed, who knows one of a server that has ended gets the whole plan', async () => {
  const first = await serverOf('strategy spring "Spring" { stage draft }\n')
  const shown = await first()
  expect(shown.plan).toBeDefined()
  expect(await first(shown)).not.toHaveProperty('plan')

  const second = await serverOf('strategy summer "Summer" { stage draft }\n')
  await second() // another preview asks before
  expect((await second(shown)).plan?.title).toBe('Summer')
})
