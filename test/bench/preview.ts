import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ViewReply, viewRequest } from '../../src/extension/preview/view-request.js'
import { type HostMessage, hostMessage, viewNames } from '../../src/preview/messages.js'
import { StdioClient } from '../lsp/stdio-client.js'
import { Preview, startBrowser } from '../preview/browser.js'
import { amount, atLeast, atMost, type Figure, type Limit } from './figures.js'
import { generatedPlan } from './generated-plan.js'
import { inFolder, median, percentile, root } from './processes.js'

const command = [process.execPath, path.join(root, 'out/extension/server.cjs'), '--stdio']

interface Limits {
  readonly firstPaint?: Limit
  readonly timeline?: Limit
  readonly edit?: Limit
  readonly frames?: Limit
}

/** The preview of a generated plan in a real browser, from the edit of the text on, with the language server as a process of its own. */
export async function preview(): Promise<readonly Figure[]> {
  return [
    ...(await measured(1000, 20, { firstPaint: atMost(400), edit: atMost(150), frames: atLeast(50) })),
    ...(await measured(5000, 8, { timeline: atMost(700), frames: atLeast(50) })),
  ]
}

function measured(tasks: number, rounds: number, limits: Limits): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const uri = pathToFileURL(path.join(folder, 'plan.mops')).href
    const text = generatedPlan(tasks)
    writeFileSync(path.join(folder, 'plan.mops'), text)
    const client = new StdioClient(command, folder)
    const browser = await startBrowser()
    try {
      await client.start(pathToFileURL(folder).href)
      await client.open(uri, text)
      return await figuresOf(client, await Preview.open(browser), { uri, text, tasks, rounds }, limits)
    } finally {
      await browser.close()
      await client.stop()
    }
  })
}

interface Subject {
  readonly uri: string
  readonly text: string
  readonly tasks: number
  readonly rounds: number
}

async function figuresOf(
  client: StdioClient,
  { page }: Preview,
  { uri, text, tasks, rounds }: Subject,
  limits: Limits,
): Promise<readonly Figure[]> {
  const lines = text.split('\n')
  // A task in the middle: places behind it move with every edit.
  const line = lines.findIndex((one) => one.includes(`task task_${Math.floor(tasks / 2)} `))
  const written = lines[line] ?? ''
  let known: { of: string; revision: number } | undefined
  let version = 1
  let length = written.length

  /** One letter more or less in the title of the task, in the text, as typed. */
  const edit = (round: number) => {
    const changed = written.replace('"Do the work', `"Do the work ${'x'.repeat(1 + (round % 2))}`)
    const sent = client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: length } }, text: changed }],
    })
    length = changed.length
    return sent
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
  const painted = (data: string) =>
    page.evaluate((given) => {
      return new Promise<number>((resolve) => {
        const start = performance.now()
        window.postMessage(JSON.parse(given), '*')
        setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))))
      })
    }, data)
  const shown = (view: string) => painted(JSON.stringify({ type: 'show', view }))

  const figures: Figure[] = []
  const size = `${tasks.toLocaleString('en')} tasks`
  const add = (what: string, value: number, limit?: Limit, detail?: string) =>
    figures.push({
      part: 'preview',
      what: `${what}, ${size}`,
      value,
      unit: 'ms',
      ...(limit && { limit }),
      ...(detail !== undefined && { detail }),
    })

  const first = JSON.stringify(messageOf(await asked()))
  add('first paint', await painted(first), limits.firstPaint, `${Math.round(first.length / 1000)} kB`)
  const openings = new Map<string, number>()
  for (const view of viewNames) openings.set(view, await shown(view))
  add('opening the timeline', openings.get('timeline') ?? 0, limits.timeline)
  const [slowest] = [...openings].sort(([, a], [, b]) => b - a)
  if (slowest) add('opening the slowest view', slowest[1], undefined, slowest[0])

  const times = { whole: [] as number[], server: [] as number[], host: [] as number[], page: [] as number[] }
  const middles: (readonly [string, number])[] = []
  for (const view of viewNames) {
    await shown(view)
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      await edit(round)
      const reply = await asked()
      const replied = performance.now()
      const message = JSON.stringify(messageOf(reply))
      const derived = performance.now()
      const paint = await painted(message)
      times.server.push(replied - start)
      times.host.push(derived - replied)
      times.page.push(paint)
      times.whole.push(derived - start + paint)
    }
    middles.push([view, median(times.whole.slice(-rounds))])
  }
  const middle = (key: keyof typeof times) => `${key} ${amount(median(times[key]), 'ms')}`
  const [[longest, longestMiddle] = ['', 0]] = middles.sort(([, a], [, b]) => b - a)
  add(
    'edit to updated preview, p95',
    percentile(times.whole, 0.95),
    limits.edit,
    `of ${times.whole.length} in all views; median: ${middle('whole')}, of it ${middle('server')}, ${middle('host')}, ${middle('page')}; slowest view: ${longest}, median ${amount(longestMiddle, 'ms')}`,
  )

  await shown('timeline')
  const frames = await page.evaluate(async () => {
    const chart = document.querySelector('.gantt')
    if (!chart) throw new Error('There is no timeline.')
    let count = 0
    const start = performance.now()
    while (performance.now() - start < 2000) {
      chart.scrollTop += 40
      if (chart.scrollTop + chart.clientHeight >= chart.scrollHeight - 1) chart.scrollTop = 0
      await new Promise((resolve) => requestAnimationFrame(resolve))
      count++
    }
    return (count / (performance.now() - start)) * 1000
  })
  const scrolling = { part: 'preview', what: `scrolling the timeline, ${size}`, value: frames, unit: 'frames/s' } as const
  figures.push({ ...scrolling, ...(limits.frames && { limit: limits.frames }) })
  return figures
}
