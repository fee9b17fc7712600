import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type Frame, type Locator, type Page, chromium as playwright } from 'playwright-core'
import { chromium, chromiumFlags } from './chromium.js'
import { type Host, installExtension, repository, startHost } from './code-server.js'

const pictures = path.join(repository, 'out/test/pictures')

/** A real VS Code in a real browser, with the packaged extension installed, as a person sees it. */
export class Workbench {
  private constructor(
    private readonly host: Host,
    private readonly extensions: string,
    private readonly browser: Browser,
    readonly page: Page,
    readonly folder: string,
  ) {}

  /** Starts with a folder that holds the given files. */
  static async start(vsix: string, files: Readonly<Record<string, string>>): Promise<Workbench> {
    const place = mkdtempSync(path.join(tmpdir(), 'mops-workbench-'))
    const folder = path.join(place, 'plans')
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    const extensions = path.join(place, 'extensions')
    installExtension(vsix, extensions)
    const host = await startHost(path.join(place, 'user'), extensions)
    try {
      const browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags })
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      page.setDefaultTimeout(30_000)
      await page.goto(`${host.address}/?folder=${encodeURI(folder)}`, { timeout: 90_000 })
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 })
      return new Workbench(host, extensions, browser, page, folder)
    } catch (error) {
      host.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    await this.browser.close()
    this.host.stop()
  }

  /** The processes of the language server, which no other workbench shares. */
  serverProcesses(): readonly number[] {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
    return lines.filter((line) => line.includes(this.extensions) && line.includes('server.cjs')).map((line) => Number.parseInt(line, 10))
  }

  /** The lines of the editor that hold a text; only those that are scrolled into view exist. */
  line(text: string | RegExp): Locator {
    return this.page.locator('.editor-instance .view-line', { hasText: text })
  }

  statusBar(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text })
  }

  async open(file: string): Promise<void> {
    await this.leaveWebview()
    await this.ask('Control+p', file)
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(file) })
      .first()
      .click()
    await this.page.locator('.tab.active', { hasText: path.basename(file) }).waitFor()
    await this.page.locator('.editor-instance .view-line').first().waitFor()
  }

  /** Presses keys until something shows. Keys that come while VS Code is busy are lost, and are pressed again. */
  async pressUntil(keys: readonly string[], shown: Locator): Promise<void> {
    for (let attempt = 0; attempt < 6; attempt++) {
      for (const key of keys) await this.page.keyboard.press(key)
      const isShown = await shown
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        )
      if (isShown) return
    }
    throw new Error(`Pressed ${keys.join(' ')} in vain.`)
  }

  private async ask(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first()
    await this.pressUntil([key], input)
    await input.fill(text)
  }

  /** Puts the cursor back into a file that is open. */
  async focus(file: string): Promise<void> {
    await this.leaveWebview()
    await this.page.locator('.tab', { hasText: file }).first().click()
  }

  /** Runs a command by its title, from the command palette. */
  async run(title: string): Promise<void> {
    await this.leaveWebview()
    await this.ask('F1', `>${title}`)
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click()
  }

  /** Puts the cursor to a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.ask('Control+g', `:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  }

  /** A page that a webview shows keeps the keys to itself. */
  private async leaveWebview(): Promise<void> {
    await this.page.evaluate('document.activeElement instanceof HTMLIFrameElement && document.activeElement.blur()')
  }

  /** Takes back until the text is as it was. */
  async undoUntil(line: Locator, state: 'visible' | 'detached' = 'visible'): Promise<void> {
    const isDone = async () => (await line.count()) > 0 === (state === 'visible')
    for (let step = 0; step < 12 && !(await isDone()); step++) {
      await this.page.keyboard.press('Control+z')
      await this.page.waitForTimeout(150)
    }
    await line.first().waitFor({ state })
  }

  /** The tab of a webview, by what its title starts with. */
  tab(title: RegExp): Locator {
    return this.page.locator('.tab', { has: this.page.locator('.label-name', { hasText: title }) })
  }

  /** Waits until VS Code has written something to the browser's storage, as it does every minute, when it is idle: what comes back after a reload. */
  async saved(kept: RegExp): Promise<void> {
    const deadline = Date.now() + 120_000
    while (Date.now() < deadline) {
      const values = await this.page.evaluate(keptValues)
      if (values.some((value) => kept.test(value))) return
      await this.page.waitForTimeout(500)
    }
    throw new Error(`VS Code kept nothing like ${kept}.`)
  }

  /** The frame of a webview, in which the extension's page lies. */
  async webview(selector: string): Promise<Frame> {
    const deadline = Date.now() + 90_000
    while (Date.now() < deadline) {
      for (const frame of this.page.frames().slice(1))
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame
      await this.page.waitForTimeout(200)
    }
    throw new Error(`No webview shows ${selector}.`)
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true })
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`) })
  }
}

/** Runs in the page: all that VS Code keeps there between two loads. */
async function keptValues(): Promise<string[]> {
  const kept: string[] = []
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const store of database.objectStoreNames) {
      const values = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      kept.push(...values.filter((value) => typeof value === 'string'))
    }
    database.close()
  }
  return kept
}
