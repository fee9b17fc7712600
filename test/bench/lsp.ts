import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { StdioClient } from '../lsp/stdio-client.js'
import { generatedPlan } from './generated-plan.js'

const root = process.cwd()
const command = [process.execPath, path.join(root, 'bin/mops.cjs'), 'lsp', '--stdio']

/** Milliseconds. */
interface Times {
  readonly keystroke: number[]
  readonly completion: number[]
  readonly hover: number[]
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  into.push(performance.now() - began)
  return result
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Types into one plan: every keystroke changes a finding, so that the time until it is published can be taken. */
async function typing(name: string, text: string, rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-bench-'))
  const uri = pathToFileURL(path.join(folder, 'plan.mops')).href
  const broken = `${text}\nchannel bench_channel "Bench" owner nobody_0\n`
  writeFileSync(path.join(folder, 'plan.mops'), broken)
  const began = performance.now()
  const client = new StdioClient(command, folder)
  await client.start(pathToFileURL(folder).href)
  await client.until(() => client.diagnostics.has(uri))
  const start = performance.now() - began
  await client.open(uri, broken)
  await pause(500)
  const times: Times = { keystroke: [], completion: [], hover: [] }
  const lines = broken.split('\n')
  const last = lines.length - 2
  const task = lines.findIndex((line) => /\btask \w/.test(line))
  for (let round = 1; round <= rounds; round++) {
    const end = lines[last]?.length ?? 0
    const range = { start: { line: last, character: end - String(round - 1).length }, end: { line: last, character: end } }
    lines[last] = `channel bench_channel "Bench" owner nobody_${round}`
    await timed(times.keystroke, async () => {
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: round + 1 },
        contentChanges: [{ range, text: String(round) }],
      })
      await client.until(() => JSON.stringify(client.diagnostics.get(uri)).includes(`nobody_${round}\``))
    })
    const position = { line: task, character: (lines[task] ?? '').length }
    await timed(times.completion, () => client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }))
    await timed(times.hover, () =>
      client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: task, character: 12 } }),
    )
    await pause(30)
  }
  await client.stop()
  rmSync(folder, { recursive: true })
  const report = Object.entries(times).map(
    ([what, values]) => `${what} p95 ${percentile(values, 0.95)} (median ${percentile(values, 0.5)})`,
  )
  console.log(`${name}: first findings ${start.toFixed(0)} ms, ${report.join(', ')}`)
}

/** A workspace of many small plans: time until all are read, until all are judged, and the most memory. */
async function workspace(plans: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-bench-'))
  const text = readFileSync(path.join(root, 'examples/tasso-di-abbandono.mops'), 'utf8')
  for (let index = 0; index < plans; index++) {
    mkdirSync(path.join(folder, String(index)))
    writeFileSync(path.join(folder, String(index), 'plan.mops'), text)
  }
  const began = performance.now()
  const client = new StdioClient(command, folder)
  await client.start(pathToFileURL(folder).href)
  await client.connection.sendRequest('workspace/symbol', { query: 'nothing of this name' })
  const read = performance.now() - began
  await client.connection.sendRequest('mops/status', {})
  const judged = performance.now() - began
  const memory = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))?.[1]
  await client.stop()
  rmSync(folder, { recursive: true })
  console.log(`${plans} plans: read ${read.toFixed(0)} ms, judged ${judged.toFixed(0)} ms, at most ${Math.round(Number(memory) / 1024)} MB`)
}

await typing('small example', readFileSync(path.join(root, 'examples/email-churn-q1.mops'), 'utf8'), 30)
await typing('1000 tasks', generatedPlan(1000), 20)
await typing('5000 tasks', generatedPlan(5000), 10)
await workspace(1000)
