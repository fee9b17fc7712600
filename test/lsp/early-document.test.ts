import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { launcher } from '../cli/mops.js'
import { StdioClient } from './stdio-client.js'

const folder = mkdtempSync(path.join(tmpdir(), 'mops-early-'))
const client = new StdioClient([process.execPath, launcher, 'lsp', '--stdio'], folder)

afterAll(() => {
  client.process.kill()
  rmSync(folder, { recursive: true })
})

it('knows a plan once that was opened before the settings arrived, and after settings that exclude files', async () => {
  const plan = 'strategy spring "Spring" { period 2027-01-04 .. 2027-04-09 }\n'
  const file = path.join(folder, 'plan.mops')
  writeFileSync(file, plan)
  let answer = (_settings: readonly object[]) => {}
  client.connection.onRequest('workspace/configuration', () => new Promise((resolve) => (answer = resolve)))
  await client.start(pathToFileURL(folder).href, { capabilities: { workspace: { workspaceFolders: true, configuration: true } } })
  await client.open(pathToFileURL(file).href, plan)
  await client.until(() => client.diagnostics.size > 0)
  answer([{ exclude: ['**/node_modules/**'] }])
  await client.change(pathToFileURL(file).href, `${plan}\n`)
  const status: readonly { readonly name: string }[] = await client.connection.sendRequest('mops/status', {})
  expect(status.map(({ name }) => name)).toEqual(['spring'])
})

it('judges a plan that was never saved', async () => {
  const uri = 'untitled:Untitled-1'
  await client.open(uri, 'strategy unsaved "Unsaved" { owner nobody }\n')
  await client.until(() => client.diagnostics.get(uri)?.some(({ code }) => code === 'plan/unknown-name') === true)
  const [status]: readonly { readonly name: string }[] = await client.connection.sendRequest('mops/status', { uri })
  expect(status?.name).toBe('unsaved')
})
