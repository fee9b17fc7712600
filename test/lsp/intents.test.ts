import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { considerRequest, type IntentReply, type IntentRequest, intentRequest } from '../../src/language/protocol.js'
import { launcher } from '../cli/mops.js'
import { StdioClient } from './stdio-client.js'

const text = `strategy spring "Spring" period 2027-01-04 .. 2027-04-09 stage running owner ben asof 2027-02-12

person ben "Ben" works 24h per week

goal more "More" timebound by 2027-03-31 owner ben

[ ] task first "First" for more @ben 8h start 2027-02-15 due 2027-02-19
[ ] task second "Second" for more @ben 8h start 2027-02-22 due 2027-02-26 after first
`
let root = ''
let uri = ''

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mops-intents-'))
  uri = pathToFileURL(path.join(root, 'plan.mops')).href
  writeFileSync(path.join(root, 'plan.mops'), text)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a wish of a client', () => {
  test('is thought through, carried out, and refused once the text has moved on', async () => {
    const client = new StdioClient([process.execPath, launcher, 'lsp'], root)
    await client.start(pathToFileURL(root).href)
    const ask = (method: string, request: Partial<IntentRequest> & { readonly unlessHarmful?: boolean }): Promise<IntentReply> =>
      client.connection.sendRequest(method, { uri, intents: [], ...request })
    const later = { type: 'edit', element: { name: 'first' }, clause: 'due', value: '2027-02-24' } as const

    const thought = await ask(considerRequest.method, { intents: [later] })
    expect(thought).toMatchObject({ applied: false, verdict: { isHarmful: true }, pushed: [{ name: 'second', days: 3 }], uris: [uri] })
    expect(thought.diff?.map(({ sign, line }) => `${sign}${line}`)).toEqual(['-7', '+7'])
    expect(client.edits).toEqual([])

    expect(await ask(intentRequest.method, { intents: [later], unlessHarmful: true })).toMatchObject({ applied: false })
    expect(client.edits).toEqual([])

    expect(await ask(intentRequest.method, { intents: [later], push: true })).toMatchObject({ applied: true })
    expect(client.edits.length).toBe(1)
    expect(changes(client.edits[0]).map(({ newText }) => newText)).toEqual(['2027-02-24', '2027-02-25', '2027-03-03'])

    expect(await ask(intentRequest.method, { intents: [later], version: 1 })).toMatchObject({ applied: false, isOutdated: true })
    const nobody = { type: 'edit', element: { name: 'first' }, clause: 'owner', value: 'nobody' } as const
    expect(await ask(considerRequest.method, { intents: [nobody] })).toMatchObject({
      applied: false,
      reason: expect.stringContaining('nobody'),
    })
    expect(client.edits.length).toBe(1)
    expect(await client.stop()).toBe(0)
  })
})

function changes(edit: WorkspaceEdit | undefined) {
  const documents = (edit?.documentChanges ?? []) as TextDocumentEdit[]
  return [...Object.values(edit?.changes ?? {}).flat(), ...documents.flatMap(({ edits }) => edits)] as readonly {
    readonly newText: string
  }[]
}
