// Stands in for the executable of a desktop VS Code: starts the web build of the same VS Code and a browser, and ends with the tests' exit code.
import path from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { chromium, chromiumFlags } from './chromium.js'
import { startHost } from './code-server.js'

const timeLimit = 5 * 60_000

process.exit(await launch(process.argv.slice(2)))

async function launch(args: readonly string[]): Promise<number> {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const wanted = (name: string) => {
    const value = option(name)
    if (!value) throw new Error(`The launcher needs --${name}=…`)
    return path.resolve(value)
  }
  const folder = args.find((arg) => !arg.startsWith('--'))
  const host = await startHost(wanted('user-data-dir'), wanted('extensions-dir'))
  const browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags })
  try {
    const page = await browser.newPage()
    const ended = new Promise<number>((resolve) => {
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code))
      page.on('close', () => resolve(1))
      setTimeout(() => {
        console.error('The tests in VS Code did not end in time.')
        resolve(1)
      }, timeLimit).unref()
    })
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[]) => console.log(...parts))
    const remote = (file: string) => `vscode-remote://127.0.0.1:${host.port}${file}`
    const payload = [
      ['extensionDevelopmentPath', remote(wanted('extensionDevelopmentPath'))],
      ['extensionTestsPath', remote(wanted('extensionTestsPath'))],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ]
    const query = new URLSearchParams({ ...(folder && { folder: path.resolve(folder) }), payload: JSON.stringify(payload) })
    await page.goto(`${host.address}/?${query}`)
    return await ended
  } finally {
    await browser.close()
    host.stop()
  }
}
