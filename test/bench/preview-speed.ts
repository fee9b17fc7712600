import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ViewReply, viewRequest } from '../../src/extension/preview/view-request.js'
import { type HostMessage, hostMessage, viewNames } from '../../src/preview/messages.js'
import { StdioClient } from '../lsp/stdio-client.js'
import { Preview, startBrowser } from '../preview/browser.js'
import { generatedPlan } from './generated-plan.js'

// Measures the preview with a generated plan in a real browser, with the language server as a process of its own.

const root = process.cwd()
const command = [process.execPath, path.join(root, 'out/extension/server.cjs'), '--stdio']

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const figures: { readonly what: string; readonly milliseconds: string }[] = []

function report(what: string, values: readonly number[]): void {
  const text = (value: number) => `${value.toFixed(0)} ms`
  figures.push({
    what,
    milliseconds:
      values.length === 1 ? text(values[0] ?? 0) : `p95 ${text(percentile(values, 0.95))}, median ${text(percentile(values, 0.5))}`,
  })
}

async function measure(tasks: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-bench-'))
  const file = path.join(folder, 'plan.mops')
  const uri = pathToFileURL(file).href
  const text = generatedPlan(tasks)
  const lines = text.split('\n')
  // A task in the middle: places behind it move with every edit.
  const line = lines.findIndex((one) => one.includes(`task task_${Math.floor(tasks / 2)} `))
  const written = lines[line] ?? ''
  writeFileSync(file, text)
  const client = new StdioClient(command, folder)
  await client.start(pathToFileURL(folder).href)
  await client.open(uri, text)
  const browser = await startBrowser()
  const preview = await Preview.open(browser)
  const { page } = preview
  let known: { of: string; revision: number } | undefined
  let version = 1
  let length = written.length

  /** One letter more or less in the title of the task, in the text, as typed. */
  const edit = (round: number) => {
    const changed = written.replace('"Do the work', `"Do the work ${'x'.repeat(1 + (round % 2))}`)
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: length } }, text: changed }],
    })
    length = changed.length
  }
  const asked = async () => {
    const reply = await client.connection.sendRequest<ViewReply | null>(viewRequest.method, { uri, ...(known && { known }) })
    if (!reply) throw new Error('The server has no plan.')
    return reply
  }
  const messageOf = ({ revision, plan, patch }: ViewReply): HostMessage => {
    const panel = { uri, isLocked: false }
    known = { of: uri, revision }
    return hostMessage.parse(plan ? { type: 'plan', plan, panel } : { type: 'change', ...(patch && { patch }), panel })
  }
  /** Milliseconds from the message to the frame that shows it; the driver's way of handing the text over is not counted. */
  const painted = async (message: unknown): Promise<number> => paintedText(JSON.stringify(message))
  const paintedText = (data: string) =>
    page.evaluate((given) => {
      return new Promise<number>((resolve) => {
        const start = performance.now()
        window.postMessage(JSON.parse(given), '*')
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))))
      })
    }, data)

  const first = JSON.stringify(messageOf(await asked()))
  report(`${tasks} tasks, first paint (${Math.round(first.length / 1024)} kB)`, [await paintedText(first)])
  for (const view of viewNames) report(`${tasks} tasks, opening ${view}`, [await painted({ type: 'show', view })])

  for (const view of viewNames) {
    await painted({ type: 'show', view })
    const times = { whole: [] as number[], server: [] as number[], host: [] as number[], page: [] as number[] }
    let size = 0
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      edit(round)
      const reply = await asked()
      const replied = performance.now()
      const message = JSON.stringify(messageOf(reply))
      const derived = performance.now()
      const paint = await paintedText(message)
      size = message.length
      times.server.push(replied - start)
      times.host.push(derived - replied)
      times.page.push(paint)
      times.whole.push(derived - start + paint)
    }
    report(`${tasks} tasks, edit to updated ${view} (${Math.round(size / 1024)} kB sent)`, times.whole)
    if (view !== 'checklist') continue
    report('  of it until the server has answered', times.server)
    report('  of it in the extension host', times.host)
    report('  of it in the page', times.page)
  }

  await painted({ type: 'show', view: 'timeline' })
  const framesPerSecond = await page.evaluate(async () => {
    const chart = document.querySelector('.gantt')
    if (!chart) return 0
    let frames = 0
    const start = performance.now()
    while (performance.now() - start < 2000) {
      chart.scrollTop += 40
      if (chart.scrollTop + chart.clientHeight >= chart.scrollHeight - 1) chart.scrollTop = 0
      await new Promise((resolve) => requestAnimationFrame(resolve))
      frames++
    }
    return (frames / (performance.now() - start)) * 1000
  })
  figures.push({ what: `${tasks} tasks, scrolling the timeline`, milliseconds: `${framesPerSecond.toFixed(0)} frames a second` })
  await browser.close()
  await client.stop()
  rmSync(folder, { recursive: true })
}

const [tasks, rounds = '20'] = process.argv.slice(2)
const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
const before = load()
for (const count of tasks === undefined ? [1000, 5000] : [Number(tasks)])
  await measure(count, count > 2000 ? Math.min(8, Number(rounds)) : Number(rounds))
const width = Math.max(...figures.map(({ what }) => what.length))
for (const { what, milliseconds } of figures) console.log(`${what.padEnd(width)}  ${milliseconds}`)
console.log(`\nLoad of the machine: before ${before}, after ${load()}`)
