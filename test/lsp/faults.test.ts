import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { folder, launcher, mops } from '../cli/mops.js'
import { StdioClient } from './stdio-client.js'

const plan = `strategy spring "Spring" {
  period 2027-01-04 .. 2027-04-09
  asof   2027-02-12
  owner  ben
}
person ben "Ben Cole"
[ ] task write_page "Write the page" @ben 8h
`
const serving = [launcher, 'lsp', '--stdio']

/** A server that is made to fail by a script as soon as it serves, however long it takes to begin. */
function failing(script: string): readonly string[] {
  const whenServing = `const timer = setInterval(() => {
  if (process.listenerCount('unhandledRejection') === 0) return
  clearInterval(timer)
  ${script}
}, 5)`
  const preload = path.join(folder({ 'preload.cjs': whenServing }), 'preload.cjs')
  return [process.execPath, '--require', preload, ...serving]
}

describe('the language server', () => {
  it('loses nothing when it is killed in the middle of an edit: a new one says the same about what the editor has', async () => {
    const root = folder({ 'plan.mops': plan, 'other.mops': plan.replace('spring', 'summer') })
    const uri = pathToFileURL(path.join(root, 'plan.mops')).href
    const other = pathToFileURL(path.join(root, 'other.mops')).href
    const unsaved = `${plan}[ ] task write_more "Write more" @bne 8h\n`
    const said = async (client: StdioClient) => [await client.pulled(uri), await client.pulled(other)]

    const first = new StdioClient([process.execPath, ...serving], root)
    await first.start(pathToFileURL(root).href)
    await first.open(uri, plan)
    await first.change(uri, unsaved)
    const before = await said(first)
    expect(before.flat().map(({ code }) => code)).toContain('plan/unknown-name')
    await first.change(uri, `${unsaved}[ ] ta`)
    first.process.kill('SIGKILL')

    const second = new StdioClient([process.execPath, ...serving], root)
    await second.start(pathToFileURL(root).href)
    await second.open(uri, unsaved)
    expect(await said(second)).toEqual(before)
    expect(readFileSync(path.join(root, 'plan.mops'), 'utf8')).toBe(plan)
    expect(await second.stop()).toBe(0)
  })

  it('stays with the unsaved text of the editor while a command writes the file, and takes the file once it is closed', async () => {
    const root = folder({ 'plan.mops': plan })
    const uri = pathToFileURL(path.join(root, 'plan.mops')).href
    const has = (name: string) => client.diagnostics.get(uri)?.some(({ message }) => String(message).includes(`\`${name}\``)) === true
    const client = new StdioClient([process.execPath, ...serving], root)
    await client.start(pathToFileURL(root).href)
    await client.open(uri, plan)
    const unsaved = `// Not saved.\n${plan.replace('@ben', '@unsaved')}`
    await client.change(uri, unsaved)
    await client.until(() => has('unsaved'))

    expect(mops(['done', 'write_page'], { cwd: root }).status).toBe(0)
    const onDisk = readFileSync(path.join(root, 'plan.mops'), 'utf8')
    expect(onDisk).toContain('[x] task write_page')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] })
    await client.connection.sendRequest('mops/setMark', { uri, name: 'write_page', mark: 'doing' })
    const [mark] = Object.values(client.edits[0]?.changes ?? {}).flat()
    const line = unsaved.split('\n').findIndex((one) => one.includes('task write_page'))
    expect(mark).toMatchObject({ newText: '[~]', range: { start: { line, character: 0 } } })
    expect(has('unsaved')).toBe(true)
    expect(readFileSync(path.join(root, 'plan.mops'), 'utf8')).toBe(onDisk)

    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await client.until(() => !has('unsaved'))
    expect(await client.stop()).toBe(0)
  })

  it('writes one line about a promise that fails, and goes on', async () => {
    const root = folder({ 'plan.mops': plan.replace('@ben', '@bne') })
    const client = new StdioClient(failing(`Promise.reject(new Error('injected\\nfault'))`), root)
    const logged = new Promise<string>((resolve) => {
      client.connection.onNotification('window/logMessage', ({ message }) => resolve(message))
    })
    await client.start(pathToFileURL(root).href)
    expect(await logged).toMatch(
      /^Error: injected fault at .*\. This is a fault of mops, not of your plan\. Please report it with this line\.$/,
    )
    await client.until(() => client.diagnostics.size === 1)
    expect(await client.stop()).toBe(0)
  })

  it('ends with 3 and one line after an exception that nobody has caught', async () => {
    const [program = '', ...words] = failing(`throw new Error('injected')`)
    const server = spawn(program, words, { stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    expect(await new Promise((resolve) => server.once('close', resolve))).toBe(3)
    expect(said).toMatch(/^mops: Error: injected at .*Please report it with this line\.\n$/)
  })
})
