import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { framed, RawClient } from './raw-client.js'

const uri = 'file:///nowhere/plan.mops'
const invalidRequest = -32600

let client: RawClient
beforeEach(() => {
  client = new RawClient()
})
afterEach(() => {
  client.process.kill()
})

const methods = ['textDocument/hover', 'mops/status', 'shutdown', 'workspace/symbol', 'no/such/method']

describe('before initialize', () => {
  it('refuses every request with -32002, and serves once it is initialized', async () => {
    for (const method of methods)
      expect((await client.ask(method, {})).error).toEqual({ code: -32002, message: `\`${method}\` came before \`initialize\`.` })
    expect((await client.initialize()).result).toHaveProperty('capabilities')
    expect((await client.ask('mops/status', {})).result).toEqual([])
    expect((await client.ask('shutdown')).result).toBeNull()
  })

  it('drops notifications', async () => {
    const textDocument = { uri, languageId: 'mops', version: 1, text: 'strategy' }
    client.notify('textDocument/didOpen', { textDocument })
    client.notify('initialized', {})
    await client.initialize()
    client.notify('initialized', {})
    expect((await client.ask('mops/status', {})).result).toEqual([])
    expect(client.answers.filter(({ method }) => method !== undefined)).toEqual([])
  })

  it('ends with 1 when it is told to exit', async () => {
    client.notify('exit')
    expect(await client.ended).toBe(1)
  })

  it('may be initialized again after that has failed', async () => {
    expect((await client.ask('initialize', { processId: null })).error).toBeDefined()
    expect((await client.ask('mops/status', {})).error?.code).toBe(-32002)
    expect((await client.initialize()).result).toHaveProperty('capabilities')
    expect((await client.ask('mops/status', {})).result).toEqual([])
  })
})

it('refuses a second initialize, and goes on', async () => {
  await client.initialize()
  expect((await client.initialize()).error).toEqual({ code: invalidRequest, message: 'The server is initialized already.' })
  expect((await client.ask('mops/status', {})).result).toEqual([])
})

it('refuses two that come at once', async () => {
  const [first, second] = await Promise.all([client.initialize(), client.initialize()])
  expect(first.error).toBeUndefined()
  expect(second.error?.code).toBe(invalidRequest)
})

describe('after shutdown', () => {
  it('refuses every request, says nothing by itself, and ends with 0', async () => {
    await client.initialize()
    client.notify('initialized', {})
    expect((await client.ask('mops/status', {})).result).toEqual([])
    expect((await client.ask('shutdown')).result).toBeNull()
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'mops', version: 1, text: 'strategy' } })
    for (const method of ['initialize', ...methods])
      expect((await client.ask(method, {})).error).toEqual({ code: invalidRequest, message: `\`${method}\` came after \`shutdown\`.` })
    expect(client.answers.filter(({ method }) => method !== undefined)).toEqual([])
    client.notify('exit')
    expect(await client.ended).toBe(0)
  })

  it('answers what was asked before', async () => {
    await client.initialize()
    client.notify('initialized', {})
    const before = client.ask('textDocument/diagnostic', { textDocument: { uri } })
    const shutdown = client.ask('shutdown')
    expect((await before).id).toBeDefined()
    expect((await shutdown).result).toBeNull()
  })

  it('ends with 0 when the client closes the stream, without it with 1', async () => {
    await client.initialize()
    await client.ask('shutdown')
    client.process.stdin?.end()
    expect(await client.ended).toBe(0)
    const other = new RawClient()
    await other.initialize()
    other.process.stdin?.end()
    expect(await other.ended).toBe(1)
  })
})

it.each([
  ['null', 'null'],
  ['a number', '7'],
  ['a list of messages', '[{"jsonrpc":"2.0","id":9,"method":"mops/status"}]'],
  ['nothing in it', '{}'],
  ['a method that is a number', '{"jsonrpc":"2.0","id":9,"method":7}'],
  ['an id that is a list', '{"jsonrpc":"2.0","id":[9],"method":"mops/status"}'],
  ['parameters that are a number', '{"jsonrpc":"2.0","id":9,"method":"mops/status","params":7}'],
  ['a cancellation of nothing', '{"jsonrpc":"2.0","method":"$/cancelRequest"}'],
  ['a cancellation of a list', '{"jsonrpc":"2.0","method":"$/cancelRequest","params":[1]}'],
])('refuses a message that is %s, and goes on', async (_, text) => {
  await client.initialize()
  client.write(framed(text))
  expect((await client.answer(({ id }) => id === null)).error).toEqual({
    code: invalidRequest,
    message: 'This is no message of JSON-RPC 2.0.',
  })
  expect((await client.ask('mops/status', {})).result).toEqual([])
  expect(client.stderr).toBe('')
})
