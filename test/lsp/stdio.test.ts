import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { localDay } from '../../src/language/local-day.js'
import { newPlanRequest, type ResultOf, templatesRequest } from '../../src/language/protocol.js'
import { templateNames } from '../../src/language/templates/templates.js'
import { launcher } from '../cli/mops.js'
import { StdioClient } from './stdio-client.js'

const root = path.resolve(import.meta.dirname, '../..')
const command = [process.execPath, launcher, 'lsp', '--stdio']

const plan = `import "people.mops"
strategy spring "Spring" {
  period 2027-01-04 .. 2027-04-09
  asof   2027-02-12
  owner  ben
}
[ ] task write_page "Write the page" @ben 8h
`
const people = 'person ben "Ben Cole"\n'

describe('mops lsp --stdio', () => {
  let folder = ''
  let client: StdioClient
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mops-lsp-'))
  })
  afterEach(() => {
    client.process.kill()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  function begin(files: Readonly<Record<string, string>>): Promise<unknown> {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
    client = new StdioClient(command, folder)
    return client.start(pathToFileURL(folder).href)
  }

  const codesOf = (name: string) => client.diagnostics.get(uri(name))?.map(({ code }) => code) ?? []

  it('publishes the findings of files that nobody has opened, and ends with 0', async () => {
    await begin({ 'plan.mops': plan.replace('@ben', '@bne'), 'people.mops': people })
    await client.until(() => codesOf('plan.mops').includes('plan/unknown-name'))
    expect(await client.stop()).toBe(0)
  })

  it('offers templates, and writes a new plan of which there is nothing to say', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    const templates = await client.connection.sendRequest<ResultOf<typeof templatesRequest>>(templatesRequest.method, {})
    expect(templates.map(({ name }) => name)).toEqual(templateNames)
    const made = await client.connection.sendRequest<ResultOf<typeof newPlanRequest>>(newPlanRequest.method, { template: 'small' })
    expect(made?.text).toMatch(/^strategy our_plan "Our plan" \{$/m)
    await client.open(uri('new.mops'), `${made?.text}person ben "Ben" skils planning`)
    await client.until(() => codesOf('new.mops').length > 0)
    await client.change(uri('new.mops'), made?.text ?? '')
    await client.until(() => codesOf('new.mops').length === 0)
    expect(await client.connection.sendRequest(newPlanRequest.method, { template: 'toString' })).toBeNull()
    expect(await client.stop()).toBe(0)
  })

  it('judges every plan again after an edit in a file that it imports', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    await client.until(() => client.diagnostics.has(uri('plan.mops')))
    expect(codesOf('plan.mops')).not.toContain('plan/unknown-name')
    await client.open(uri('people.mops'), people)
    await client.change(uri('people.mops'), 'person bob "Bob"\n')
    await client.until(() => codesOf('plan.mops').filter((code) => code === 'plan/unknown-name').length === 2)
    await client.change(uri('people.mops'), people)
    await client.until(() => !codesOf('plan.mops').includes('plan/unknown-name'))
    expect(await client.stop()).toBe(0)
  })

  it('keeps up with edits at speed and ends where the last one leads', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    await client.open(uri('plan.mops'), plan)
    for (let index = 0; index < 100; index++) client.change(uri('plan.mops'), `${plan}task write_${index} "Write ${index}" @ben${index}\n`)
    await client.until(() => client.diagnostics.get(uri('plan.mops'))?.some(({ message }) => String(message).includes('ben99')) === true)
    expect(client.diagnostics.get(uri('plan.mops'))?.filter(({ code }) => code === 'plan/unknown-name')).toHaveLength(1)
    expect(await client.stop()).toBe(0)
  })

  it('hears of files that change on the disk', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    await client.until(() => client.diagnostics.has(uri('plan.mops')))
    unlinkSync(path.join(folder, 'people.mops'))
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('people.mops'), type: 3 }] })
    await client.until(() => codesOf('plan.mops').includes('plan/unresolved-import'))
    writeFileSync(path.join(folder, 'people.mops'), people)
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('people.mops'), type: 1 }] })
    await client.until(() => !codesOf('plan.mops').includes('plan/unresolved-import'))
    expect(await client.stop()).toBe(0)
  })

  it('answers a pull with the same findings as it pushes, and says when nothing has changed', async () => {
    await begin({ 'plan.mops': plan.replace('@ben', '@bne'), 'people.mops': people })
    await client.until(() => client.diagnostics.has(uri('plan.mops')))
    const textDocument = { uri: uri('plan.mops') }
    const full: { resultId: string; items: unknown } = await client.connection.sendRequest('textDocument/diagnostic', { textDocument })
    expect(full.items).toEqual(client.diagnostics.get(uri('plan.mops')))
    const again = await client.connection.sendRequest('textDocument/diagnostic', { textDocument, previousResultId: full.resultId })
    expect(again).toEqual({ kind: 'unchanged', resultId: full.resultId })
    const workspace: { items: { uri: string }[] } = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] })
    expect(workspace.items.map((item) => item.uri)).toContain(uri('plan.mops'))
    expect(await client.stop()).toBe(0)
  })

  it('survives messages that make no sense', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    await client.until(() => client.diagnostics.has(uri('plan.mops')))
    await expect(client.connection.sendRequest('mops/unheardOf', {})).rejects.toThrow()
    await client.connection.sendRequest('textDocument/hover', {}).catch(() => undefined)
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('never.mops'), version: 3 },
      contentChanges: [{ text: '' }],
    })
    expect(await client.connection.sendRequest('mops/explain', { code: 'no/rule' })).toBeNull()
    expect(await client.stop()).toBe(0)
  })

  it('starts afresh after it was killed', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    client.process.kill('SIGKILL')
    await begin({ 'plan.mops': plan.replace('@ben', '@bne'), 'people.mops': people })
    await client.until(() => codesOf('plan.mops').includes('plan/unknown-name'))
    expect(await client.stop()).toBe(0)
  })

  it('turns intents into edits that the client applies', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    const address = { uri: uri('plan.mops'), name: 'write_page' }
    const days = [localDay()]
    expect(await client.connection.sendRequest('mops/setMark', { ...address, mark: 'done' })).toEqual({ applied: true })
    days.push(localDay())
    expect(Object.values(client.edits[0]?.changes ?? {}).flatMap((edits) => edits.map(({ newText }) => newText))).toEqual([
      '[x]',
      expect.toSatisfy((text) => days.some((day) => text === ` done ${day}`)),
    ])
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'mops.server.addClause',
      arguments: [{ ...address, clause: 'due 2027-02-19' }],
    })
    expect(JSON.stringify(client.edits[1])).toContain(' due 2027-02-19')
    const cursor = { start: { line: 6, character: 5 }, end: { line: 6, character: 5 } }
    expect(await client.connection.sendRequest('mops/toggle', { uri: uri('plan.mops'), range: cursor })).toEqual({ applied: true })
    expect(client.edits[2]).toEqual(client.edits[0])
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    expect(await client.connection.sendRequest('mops/toggle', { uri: uri('plan.mops'), range: top })).toBeNull()
    expect(await client.connection.sendRequest('mops/setMark', { ...address, name: 'ben', mark: 'done' })).toEqual({
      applied: false,
      reason: '`ben` is no task.',
    })
    expect(await client.stop()).toBe(0)
  })

  it('completes and renames across files', async () => {
    await begin({ 'plan.mops': plan, 'people.mops': people })
    const textDocument = { uri: uri('plan.mops') }
    const offset = plan.split('\n')[6]?.indexOf('@ben') ?? 0
    const list: { items: { label: string }[] } = await client.connection.sendRequest('textDocument/completion', {
      textDocument,
      position: { line: 6, character: offset + 1 },
    })
    expect(list.items.map(({ label }) => label)).toContain('ben')
    const edit: { changes: object } = await client.connection.sendRequest('textDocument/rename', {
      textDocument,
      position: { line: 6, character: offset + 2 },
      newName: 'benno',
    })
    expect(Object.keys(edit.changes).sort()).toEqual([uri('people.mops'), uri('plan.mops')])
    expect(await client.stop()).toBe(0)
  })

  it('tells which plans there are', async () => {
    cpSync(path.join(root, 'examples/email-churn-q1.mops'), path.join(folder, 'churn.mops'))
    await begin({ 'plan.mops': plan, 'people.mops': people })
    const all: { name: string }[] = await client.connection.sendRequest('mops/status', {})
    expect(all.map(({ name }) => name)).toEqual(['email_churn_q1', 'spring'])
    expect(readFileSync(path.join(folder, 'plan.mops'), 'utf8')).toBe(plan)
    expect(await client.stop()).toBe(0)
  })
})
