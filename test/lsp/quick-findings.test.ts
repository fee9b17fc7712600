import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-types'
import { Session } from '../../src/language/lsp/session.js'
import { generatedPlan } from '../bench/generated-plan.js'
import { launcher } from '../cli/mops.js'
import { memoryFolders } from './memory-folder.js'
import { StdioClient } from './stdio-client.js'

const folder = mkdtempSync(path.join(tmpdir(), 'mops-quick-'))
const file = path.join(folder, 'plan.mops')
const uri = pathToFileURL(file).href
const large = generatedPlan(1000)

/** A plan whose judging is long enough to be told in two parts: `name` shows in a quick finding, `task` in one of the schedule. */
function plan(name: string, task: string, front = ''): string {
  const more = `channel post "Post" owner ${name}
[ ] task ${task} "Haste" for goal_0 @person_0 500h start 2027-01-04 due 2027-01-05 expects rate_0 up category content
[ ] task steady "Haste" for goal_0 @person_1 500h start 2027-01-04 due 2027-01-05 expects rate_0 up category content
`
  return front + large + more
}

function started(): StdioClient {
  return new StdioClient([process.execPath, launcher, 'lsp', '--stdio'], folder)
}

function shown(client: StdioClient): readonly Diagnostic[] {
  return client.diagnostics.get(uri) ?? []
}

function about(diagnostics: readonly Diagnostic[], name: string): Diagnostic | undefined {
  return diagnostics.find(({ message }) => String(message).includes(`\`${name}\``))
}

/** What a server says that has never seen another text. */
async function saidAfresh(text: string): Promise<readonly Diagnostic[]> {
  writeFileSync(file, text)
  const client = started()
  await client.start(pathToFileURL(folder).href)
  const said = await client.pulled(uri)
  await client.stop()
  return said
}

let client: StdioClient

beforeAll(async () => {
  const text = plan('nobody', 'hurry')
  writeFileSync(file, text)
  client = started()
  await client.start(pathToFileURL(folder).href)
  await client.open(uri, text)
  await client.until(() => about(shown(client), 'hurry') !== undefined)
})

afterAll(() => {
  client.process.kill()
  rmSync(folder, { recursive: true })
})

describe('a plan whose judging takes a while', () => {
  it('is told its names and formulas first, with what the other rules said before where it stands now', async () => {
    const before = about(shown(client), 'steady')
    const after = plan('stranger', 'rush', '\n\n')
    const told: (readonly Diagnostic[])[] = []
    const whole = client.until(() => {
      if (about(shown(client), 'stranger')) told.push(shown(client))
      return about(shown(client), 'rush') !== undefined
    })
    await client.change(uri, after)
    await whole
    const [first = []] = told
    expect(about(first, 'rush')).toBeUndefined()
    expect(about(first, 'nobody')).toBeUndefined()
    expect(about(first, 'steady')?.range.start.line).toBe((before?.range.start.line ?? 0) + 2)
    expect(shown(client)).toEqual(await saidAfresh(after))
  })

  it('is judged as it stands in the end, however fast it is typed', async () => {
    const names = Array.from({ length: 15 }, (_, index) => `name_${index}`)
    for (const name of names) {
      await client.change(uri, plan(name, `task_of_${name}`))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await client.until(() => about(shown(client), 'task_of_name_14') !== undefined)
    expect(shown(client)).toEqual(await saidAfresh(plan('name_14', 'task_of_name_14')))
  })

  it('is judged from time to time though the typing does not end', async () => {
    const text = plan('nobody', 'hurry')
    const files = memoryFolders(new Map([['file:///a/plan.mops', text]]))
    let judged = 0
    const failed = (error: unknown) => {
      throw error
    }
    const session = new Session(files, { quick: () => {}, judged: () => judged++, indexing: () => {}, failed }, () => '2027-02-12')
    session.addFolders(['file:///a'])
    await expect.poll(() => judged, { timeout: 30_000 }).toBeGreaterThan(0)
    const before = judged
    const giveUp = performance.now() + 30_000
    for (let count = 0; judged === before && performance.now() < giveUp; count++) {
      session.openOrChange('file:///a/plan.mops', plan(`name_${count}`, 'hurry'))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(judged).toBeGreaterThan(before)
  })
})
