import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { build } from 'esbuild'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import type { HostMessage, PreviewMessage, ViewName } from '../../src/preview/messages.js'
import type { PlanView } from '../../src/preview/model.js'
import { chromium, chromiumFlags } from '../vscode/chromium.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function startBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: chromium(), args: [...chromiumFlags] })
}

export type Theme = 'light' | 'dark' | 'high-contrast'

/** The colours of VS Code's own themes that the preview uses, and the class on the body. */
const themes: Record<Theme, { readonly body: string; readonly colors: Readonly<Record<string, string>> }> = {
  light: {
    body: 'vscode-light',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      'textLink-foreground': '#005fb8',
      focusBorder: '#005fb8',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'panel-border': '#e5e5e5',
    },
  },
  dark: {
    body: 'vscode-dark',
    colors: {
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      descriptionForeground: '#9d9d9d',
      'textLink-foreground': '#4daafc',
      focusBorder: '#0078d4',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'panel-border': '#2b2b2b',
    },
  },
  'high-contrast': {
    body: 'vscode-high-contrast',
    colors: {
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      descriptionForeground: '#ffffff',
      'textLink-foreground': '#21a6ff',
      focusBorder: '#f38518',
      'button-background': '#000000',
      'button-foreground': '#ffffff',
      contrastBorder: '#6fc3df',
      errorForeground: '#f48771',
      'panel-border': '#6fc3df',
    },
  },
}

let built: Promise<{ readonly script: string; readonly style: string }> | undefined

function webview() {
  built ??= build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'src/preview/webview.tsx', out: 'webview' },
      { in: 'src/preview/preview.css', out: 'webview' },
    ],
    outdir: 'out/test/preview',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
  }).then(({ outputFiles }) => ({
    script: outputFiles.find((file) => file.path.endsWith('.js'))?.text ?? '',
    style: outputFiles.find((file) => file.path.endsWith('.css'))?.text ?? '',
  }))
  return built
}

/** The preview in a page of a browser, with what VS Code gives it: its policy, its theme, its translations, a channel and a memory. */
export class Preview {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, theme: Theme = 'light', width = 1000, texts?: Readonly<Record<string, string>>): Promise<Preview> {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    const { script, style } = await webview()
    const policy = "default-src 'none'; script-src 'nonce-x'; style-src https://preview.example; img-src https://preview.example"
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="https://preview.example/webview.css"><title>mops</title></head><body class="${themes[theme].body}"><div id="preview"${texts ? ` data-texts="${JSON.stringify(texts).replaceAll('"', '&quot;')}"` : ''}></div><script nonce="x" src="https://preview.example/webview.js"></script></body></html>`
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
      if (pathname === '/webview.js') return route.fulfill({ contentType: 'text/javascript', body: script })
      if (pathname === '/webview.css') return route.fulfill({ contentType: 'text/css', body: style })
      return route.abort()
    })
    await page.addInitScript((colors) => {
      const sent: unknown[] = []
      Object.assign(window, {
        sent,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => sent.push(message),
          getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
          setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
        }),
      })
      addEventListener('DOMContentLoaded', () => {
        for (const [name, color] of Object.entries(colors)) document.documentElement.style.setProperty(`--vscode-${name}`, color)
      })
    }, themes[theme].colors)
    await page.goto('https://preview.example/')
    return new Preview(page)
  }

  async post(message: HostMessage | Record<string, unknown>): Promise<void> {
    await this.page.evaluate((data) => {
      window.postMessage(data, '*')
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }, message)
  }

  async show(plan: PlanView, view?: ViewName): Promise<void> {
    await this.post({ type: 'plan', plan })
    if (view) await this.post({ type: 'show', view })
  }

  /** What the preview has said, its greeting left out. */
  async sent(): Promise<readonly PreviewMessage[]> {
    const all = await this.page.evaluate(() => (window as unknown as { sent: { type: string }[] }).sent)
    return (all as PreviewMessage[]).filter((message) => message.type !== 'ready')
  }
}

/** What axe finds wrong, as lines to read. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    interface Result {
      readonly violations: readonly {
        readonly id: string
        readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
      }[]
    }
    const { axe: run } = window as unknown as { axe: { run: (options: object) => Promise<Result> } }
    const { violations: found } = await run.run({ resultTypes: ['violations'] })
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary.split('\n')[1] ?? ''}`),
    )
  })
}
