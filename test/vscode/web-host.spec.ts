import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium, chromiumFlags } from './chromium.js'
import { type Host, installExtension, startHost } from './code-server.js'
import { packaged } from './packaged.js'
import { planWithUnknownName } from './plans.js'

let host: Host
let browser: Browser
const place = mkdtempSync(path.join(tmpdir(), 'mops-web-host-'))
const extension = path.join(place, 'web')

beforeAll(async () => {
  mkdirSync(path.join(place, 'plans'))
  writeFileSync(path.join(place, 'plans/other.mops'), planWithUnknownName)
  // Without its `main` the extension can only run where VS Code for the Web runs its extensions: in a web worker.
  installExtension(packaged(), path.join(place, 'extensions'))
  const installed = readdirSync(path.join(place, 'extensions')).find((name) => name.startsWith('mops.'))
  cpSync(path.join(place, 'extensions', installed ?? ''), extension, { recursive: true })
  const manifest = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'))
  writeFileSync(path.join(extension, 'package.json'), JSON.stringify({ ...manifest, main: undefined }))
  host = await startHost(path.join(place, 'user'), path.join(place, 'none'))
  browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags })
})
afterAll(async () => {
  await browser?.close()
  host?.stop()
})

test('the extension and its server run in the web workers of VS Code for the Web', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const payload = [
    ['extensionDevelopmentPath', `vscode-remote://127.0.0.1:${host.port}${extension}`],
    ['extensionDevelopmentKind', 'web'],
    ['skipWelcome', 'true'],
  ]
  const query = new URLSearchParams({ folder: path.join(place, 'plans'), payload: JSON.stringify(payload) })
  await page.goto(`${host.address}/?${query}`, { timeout: 90_000 })
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'other.mops' })
  await file.click({ timeout: 60_000 })
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 })
  const status = page.locator('.statusbar-item', { hasText: 'mops: 1 error' })
  await status.waitFor({ timeout: 30_000 })
  expect(await status.count()).toBe(1)
})
