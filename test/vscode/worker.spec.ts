import { readFileSync } from 'node:fs'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built } from '../built.js'
import { chromium, chromiumFlags } from './chromium.js'
import { planWithUnknownName, smallPlan } from './plans.js'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly { readonly code: string }[] }
  readonly result?: unknown
}

const folder = 'vscode-vfs://github/brightleaf/plans'
const files: Readonly<Record<string, string>> = { [`${folder}/small.mops`]: smallPlan, [`${folder}/other.mops`]: planWithUnknownName }

/** What the client answers when the server asks it. */
const answers: Readonly<Record<string, (params: Message['params']) => unknown>> = {
  'mops/findFiles': () => Object.keys(files),
  'mops/readFile': (params) => {
    const text = files[params?.uri ?? '']
    return text === undefined ? { problem: 'missing' } : { text }
  },
}

let browser: Browser
let page: Page
const received: Message[] = []

beforeAll(async () => {
  browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags })
  page = await browser.newPage()
  page.on('pageerror', (error) => received.push({ method: 'pageerror', result: error.message }))
  await page.exposeFunction('received', async (message: Message) => {
    received.push(message)
    if (message.method !== undefined && message.id !== undefined)
      await send({ id: message.id, result: answers[message.method]?.(message.params) ?? null })
  })
  const source = readFileSync(built('out/extension/server.cjs'), 'utf8')
  await page.evaluate(`
    globalThis.server = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}], { type: 'text/javascript' })))
    server.onmessage = ({ data }) => received(data)
    undefined`)
})
afterAll(() => browser?.close())

test('the server in a web worker judges files that it reads through the client', async () => {
  await send({
    id: 'start',
    method: 'initialize',
    params: {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'plans' }],
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { readsThroughClient: true },
    },
  })
  await send({ method: 'initialized', params: {} })
  const codes = () =>
    received
      .filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params?.uri?.endsWith('/other.mops'))
      .flatMap(({ params }) => params?.diagnostics?.map(({ code }) => code) ?? [])
  await expect.poll(codes, { timeout: 20_000 }).toContain('plan/unknown-name')
  expect(received.filter(({ method }) => method === 'pageerror')).toEqual([])
})

function send(message: object): Promise<unknown> {
  return page.evaluate(`server.postMessage(${JSON.stringify({ jsonrpc: '2.0', ...message })})`)
}
