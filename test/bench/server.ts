import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { StdioClient } from '../lsp/stdio-client.js'
import { writePlans } from './cold.js'
import { amount, atMost, type Figure, type Limit } from './figures.js'
import { generatedPlan } from './generated-plan.js'
import { inFolder, median, mops, percentile, root } from './processes.js'

const command = [process.execPath, mops, 'lsp', '--stdio']
const part = 'server'
const example = (name: string) => readFileSync(path.join(root, 'examples', name), 'utf8')

async function timed(into: number[], work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  into.push(performance.now() - began)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function p95(what: string, values: readonly number[], limit?: Limit): Figure {
  return {
    part,
    what: `${what}, p95`,
    value: percentile(values, 0.95),
    unit: 'ms',
    ...(limit && { limit }),
    detail: `median ${amount(median(values), 'ms')}, longest ${amount(Math.max(...values), 'ms')}, of ${values.length}`,
  }
}

/** A server on a folder with one plan, until it has published the findings of the plan. */
async function started(folder: string, text: string): Promise<{ client: StdioClient; uri: string; milliseconds: number }> {
  const file = path.join(folder, 'plan.mops')
  const uri = pathToFileURL(file).href
  writeFileSync(file, text)
  const began = performance.now()
  const client = new StdioClient(command, folder)
  await client.start(pathToFileURL(folder).href)
  await client.until(() => client.diagnostics.has(uri))
  return { client, uri, milliseconds: performance.now() - began }
}

/** From the start of the process; the first start is not counted. */
function serverStart(): Promise<Figure> {
  return inFolder(async (folder) => {
    const times: number[] = []
    for (let start = 0; start < 8; start++) {
      const { client, milliseconds } = await started(folder, example('email-churn-q1.mops'))
      await client.stop()
      if (start > 0) times.push(milliseconds)
    }
    return {
      part,
      what: 'start to the first findings of the small example',
      value: median(times),
      unit: 'ms',
      limit: atMost(500),
      detail: `minimum ${amount(Math.min(...times), 'ms')}, of ${times.length}`,
    }
  })
}

/** Types into one plan: every keystroke changes a finding, so that the time until it is published can be taken. */
function typing(name: string, text: string, rounds: number, keystrokes: Limit, answers?: Limit): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const broken = `${text}\nchannel bench_channel "Bench" owner nobody_0\n`
    const { client, uri } = await started(folder, broken)
    await client.open(uri, broken)
    await pause(500)
    const times = { keystroke: [] as number[], completion: [] as number[], hover: [] as number[] }
    const lines = broken.split('\n')
    const last = lines.length - 2
    const task = lines.findIndex((line) => /\btask \w/.test(line))
    const position = { line: task, character: (lines[task] ?? '').length }
    const textDocument = { uri }
    for (let round = 1; round <= rounds; round++) {
      const end = lines[last]?.length ?? 0
      const range = { start: { line: last, character: end - String(round - 1).length }, end: { line: last, character: end } }
      lines[last] = `channel bench_channel "Bench" owner nobody_${round}`
      await timed(times.keystroke, async () => {
        await client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: round + 1 },
          contentChanges: [{ range, text: String(round) }],
        })
        await client.until(() => JSON.stringify(client.diagnostics.get(uri)).includes(`nobody_${round}\``))
      })
      await timed(times.completion, () => client.connection.sendRequest('textDocument/completion', { textDocument, position }))
      await timed(times.hover, () =>
        client.connection.sendRequest('textDocument/hover', { textDocument, position: { line: task, character: 12 } }),
      )
      await pause(30)
    }
    await client.stop()
    return [
      p95(`keystroke to findings, ${name}`, times.keystroke, keystrokes),
      p95(`completion, ${name}`, times.completion, answers),
      p95(`hover, ${name}`, times.hover, answers),
    ]
  })
}

export async function editing(): Promise<readonly Figure[]> {
  return [
    await serverStart(),
    ...(await typing('small example', example('email-churn-q1.mops'), 100, atMost(30, 20))),
    ...(await typing('1,000 tasks', generatedPlan(1000), 60, atMost(60, 40), atMost(30))),
    ...(await typing('5,000 tasks', generatedPlan(5000), 40, atMost(250, 120))),
  ]
}

/** The server on a folder of a thousand plans: time until all are read, until all are judged, and the most memory. */
export function manyPlansInServer(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    writePlans(folder, example('tasso-di-abbandono.mops'), 1000)
    const began = performance.now()
    const client = new StdioClient(command, folder)
    await client.start(pathToFileURL(folder).href)
    await client.connection.sendRequest('workspace/symbol', { query: 'nothing of this name' })
    const read = performance.now() - began
    await client.connection.sendRequest('mops/status', {})
    const judged = performance.now() - began
    const memory = process.platform === 'linux' ? mostMemory(client.process.pid) : undefined
    await client.stop()
    const figure = { part: 'workspace', unit: 'ms' } as const
    return [
      { ...figure, what: 'server has read 1,000 drafts', value: read, limit: atMost(6000) },
      { ...figure, what: 'server has judged 1,000 drafts', value: judged },
      ...(memory === undefined
        ? []
        : [{ ...figure, what: 'server with 1,000 drafts, memory', value: memory, unit: 'MB' as const, limit: atMost(600) }]),
    ]
  })
}

/** MB. */
function mostMemory(process: number | undefined): number {
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]) / 1024
}
