import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { framed, RawClient } from './raw-client.js'

let client: RawClient
beforeEach(async () => {
  client = new RawClient()
  await client.initialize()
})
afterEach(() => {
  client.process.kill()
})

it.each([
  ['no length', 'Content-Type: application/vscode-jsonrpc\r\n\r\n{}', 'The header of a message has no Content-Length.'],
  ['nothing in it', '\r\n', 'The header of a message has no Content-Length.'],
  ['a negative length', 'Content-Length: -1\r\n\r\n', '`-1` is no length of a message.'],
  ['a length in words', 'Content-Length: five\r\n\r\n', '`five` is no length of a message.'],
  ['no digits', 'Content-Length:\r\n\r\n', '`` is no length of a message.'],
  ['digits and more', 'Content-Length: 5 bytes\r\n\r\nabcde', '`5 bytes` is no length of a message.'],
  ['a length with decimals', 'Content-Length: 5.5\r\n\r\nabcde', '`5.5` is no length of a message.'],
  ['a length in another base', 'Content-Length: 0x10\r\n\r\n', '`0x10` is no length of a message.'],
  ['two lengths', 'Content-Length: 2\r\ncontent-length: 3\r\n\r\n{}', 'The header of a message has two lengths.'],
  ['a huge length', 'Content-Length: 99999999999\r\n\r\n', 'A message of 99999999999 bytes is longer than 100000000 bytes.'],
  [
    'an endless length',
    `Content-Length: ${'9'.repeat(400)}\r\n\r\n`,
    `A message of ${'9'.repeat(60)}… bytes is longer than 100000000 bytes.`,
  ],
  ['a line without a colon', 'hello there\r\n', '`hello there` is no line of a header.'],
  ['line feeds alone', 'Content-Length: 2\n\n{}', 'A line of the header `Content-Length: 2` ends without a carriage return.'],
  ['escape sequences', '\u001b[31mred\r\n', '`?[31mred` is no line of a header.'],
  ['an endless line', 'x'.repeat(20_000), 'The header of a message is longer than 8192 bytes.'],
  ['endless lines', 'X-Filler: yes\r\n'.repeat(1000), 'The header of a message is longer than 8192 bytes.'],
])('says what is wrong with a header of %s, and ends with 2', async (_, bytes, said) => {
  client.write(bytes)
  expect(await client.ended).toBe(2)
  expect(client.stderr).toBe(`mops: ${said} Nobody knows where the next one begins, so the server ends; start it again.\n`)
})

it.each([
  ['broken JSON', '{"jsonrpc":'],
  ['nothing', ''],
  ['a nesting of 1,000,000', '['.repeat(1_000_000)],
])('refuses a message of %s, says so, and reads the next', async (_, text) => {
  client.write(framed(text))
  expect(await client.answer(({ id }) => id === null)).toMatchObject({ error: { code: -32700, message: 'This is no JSON.' } })
  expect((await client.ask('mops/status', {})).result).toEqual([])
  expect(client.stderr).toBe('mops: A message of the client is no JSON; it was left out.\n')
})

it('reads messages that come in pieces, several at once, and with other fields and letters in the header', async () => {
  const ask = (id: string) => JSON.stringify({ jsonrpc: '2.0', id, method: 'mops/explain', params: { code: 'keine/Regel–ä' } })
  for (const byte of Buffer.from(framed(ask('slow')))) client.write(Buffer.of(byte))
  client.write(framed(ask('one')) + framed(ask('two')))
  const other = ask('other')
  client.write(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH:${Buffer.byteLength(other)}\r\n\r\n${other}`)
  for (const id of ['slow', 'one', 'two', 'other']) expect(await client.answer((one) => one.id === id)).toMatchObject({ result: null })
})

it.runIf(process.platform === 'linux')('takes no memory for a length that it is only promised', async () => {
  const megabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))?.[1]) / 1000
  const before = megabytes()
  client.write('Content-Length: 99999999\r\n\r\n{')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(megabytes() - before).toBeLessThan(50)
})
