import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { folder, launcher } from '../cli/mops.js'
import { StdioClient } from './stdio-client.js'

const plan = 'import "people.mops"\nstrategy spring "Spring" { period 2027-01-04 .. 2027-04-09 owner ben }\n'
const invalidParams = -32602

function started(root: string): StdioClient {
  return new StdioClient([process.execPath, launcher, 'lsp', '--stdio'], root)
}

it.each([
  ['nothing', undefined],
  ['an empty list', []],
  ['a word', ['spring']],
  ['an element without a name', [{ uri: 'file:///plan.mops' }]],
  ['a name that is a number', [{ uri: 'file:///plan.mops', name: 7 }]],
])('a command that comes with %s is refused as such, and the server goes on', async (_, sent) => {
  const root = folder({ 'plan.mops': plan })
  const client = started(root)
  await client.start(pathToFileURL(root).href)
  for (const name of ['setMark', 'setProgress', 'setBlocked', 'addClause']) {
    const asked = client.connection.sendRequest('workspace/executeCommand', {
      command: `mops.server.${name}`,
      ...(sent && { arguments: sent }),
    })
    await expect(asked).rejects.toMatchObject({ code: invalidParams, message: expect.stringContaining('`uri`') })
  }
  expect(await client.pulled(pathToFileURL(path.join(root, 'plan.mops')).href)).not.toEqual([])
  expect(await client.stop()).toBe(0)
})

it('a command that nobody knows is refused with its name', async () => {
  const root = folder({ 'plan.mops': plan })
  const client = started(root)
  await client.start(pathToFileURL(root).href)
  const asked = client.connection.sendRequest('workspace/executeCommand', { command: 'mops.server.nothing' })
  await expect(asked).rejects.toMatchObject({ code: invalidParams, message: 'There is no command `mops.server.nothing`.' })
  expect(await client.stop()).toBe(0)
})

it.each([
  ['nothing', null],
  ['a text by itself', 'person ben "Ben"'],
  ['a text that is a number', { text: 7 }],
  ['a problem that nobody knows', { problem: 'moon' }],
  ['a list', []],
])('a client that answers a request for a file with %s is asked once for each file', async (_, answer) => {
  const asked: string[] = []
  const root = 'vscode-vfs://shop/plans'
  const client = started(folder({}))
  client.connection.onRequest<unknown, void>('mops/findFiles', () => [`${root}/plan.mops`, 7, null])
  client.connection.onRequest<unknown, void>('mops/readFile', ({ uri }: { readonly uri: string }) => {
    asked.push(uri)
    return uri.endsWith('/plan.mops') ? { text: plan } : answer
  })
  await client.start(root, { initializationOptions: { readsThroughClient: true } })
  const said = await client.pulled(`${root}/plan.mops`)
  expect(said.map(({ code }) => code)).toContain('plan/unresolved-import')
  await client.pulled(`${root}/plan.mops`)
  expect(asked.sort()).toEqual([`${root}/mops.config.json`, `${root}/people.mops`, `${root}/plan.mops`])
  expect(await client.stop()).toBe(0)
})

it.each([null, 'plan.mops', { uri: 'x' }, [null, 7, {}]])(
  'a client that answers a request for the files of a folder with %j has none',
  async (answer) => {
    const root = 'vscode-vfs://shop/plans'
    const client = started(folder({}))
    client.connection.onRequest<unknown, void>('mops/findFiles', () => answer)
    await client.start(root, { initializationOptions: { readsThroughClient: true } })
    expect(await client.connection.sendRequest('mops/status', {})).toEqual([])
    expect(await client.stop()).toBe(0)
  },
)
