import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from 'vscode-languageserver-types'
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

/** A server on a folder with one plan, until it has published the findings of the plan; `options` are those of its Node. */
export async function started(
  folder: string,
  text: string,
  options: readonly string[] = [],
): Promise<{ client: StdioClient; uri: string; milliseconds: number }> {
  const file = path.join(folder, 'plan.mops')
  const uri = pathToFileURL(file).href
  writeFileSync(file, text)
  const began = performance.now()
  const client = new StdioClient([process.execPath, ...options, mops, 'lsp', '--stdio'], folder)
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

/** Milliseconds between two keystrokes. */
const betweenKeystrokes = 100
const rounds = 100

/** The line on which the lines to type into stand: in the middle of the text, but in front of a task. */
function middleOf(lines: readonly string[]): number {
  const task = lines.findIndex((line, index) => index >= lines.length / 2 && line.startsWith('[ ] task '))
  return task < 0 ? lines.length - 1 : task
}

interface Typed {
  readonly line: (count: number) => string
  readonly family: string
  readonly word: string
}

/** A channel whose owner nobody has shows in a finding of the quick rules, a task that is late in one that needs the whole plan. */
const soundLines: readonly [Typed, Typed] = [
  { line: (count) => `channel bench_channel "Bench" owner nobody_${count}`, family: 'plan/', word: 'nobody' },
  { line: (count) => `[ ] task bench_${count} "Bench" due 2020-01-01`, family: 'schedule/', word: 'bench' },
]

/** The same with a brace each that nobody has closed yet. */
const halfWrittenLines: readonly [Typed, Typed] = [
  { ...soundLines[0], line: (count) => `channel bench_channel "Bench" { owner nobody_${count}` },
  { ...soundLines[1], line: (count) => `[ ] task bench_${count} "Bench" { due 2020-01-01` },
]

const typedNames = ['keystroke to findings of names and formulas', 'keystroke to all findings'] as const

/** Types into one plan, in turn into the middle of one line and another. The time ends when the finding about what was typed has arrived. */
function timesOfTyping(
  text: string,
  typed: readonly [Typed, Typed],
): Promise<{ readonly typing: readonly number[][]; readonly completion: number[]; readonly hover: number[] }> {
  return inFolder(async (folder) => {
    const lines = text.split('\n')
    const middle = middleOf(lines)
    lines.splice(middle, 0, ...typed.map(({ line }) => line(0)))
    const { client, uri } = await started(folder, lines.join('\n'))
    await client.open(uri, lines.join('\n'))
    await pause(500)
    const times = { typing: typed.map((): number[] => []), completion: [] as number[], hover: [] as number[] }
    const task = lines.findIndex((line) => /\btask \w/.test(line))
    const position = { line: task, character: (lines[task] ?? '').length }
    const textDocument = { uri }
    let version = 1
    for (let round = 1; round <= rounds; round++) {
      for (const [index, { line, family, word }] of typed.entries()) {
        const range = { start: { line: middle + index, character: 0 }, end: { line: middle + index, character: line(round - 1).length } }
        const change = { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: line(round) }] }
        await timed(times.typing[index] ?? [], async () => {
          await client.connection.sendNotification('textDocument/didChange', change)
          const isTold = ({ code, message }: Diagnostic) =>
            String(code).startsWith(family) && String(message).includes(`${word}_${round}\``)
          await client.until(() => client.diagnostics.get(uri)?.some(isTold) === true)
        })
        await pause(betweenKeystrokes)
      }
      await timed(times.completion, () => client.connection.sendRequest('textDocument/completion', { textDocument, position }))
      await timed(times.hover, () =>
        client.connection.sendRequest('textDocument/hover', { textDocument, position: { line: task, character: 12 } }),
      )
    }
    await client.stop()
    return times
  })
}

async function typing(name: string, text: string, keystrokes: Limit, answers?: Limit): Promise<readonly Figure[]> {
  const times = await timesOfTyping(text, soundLines)
  return [
    ...typedNames.map((what, index) => p95(`${what}, ${name}`, times.typing[index] ?? [], keystrokes)),
    p95(`completion, ${name}`, times.completion, answers),
    p95(`hover, ${name}`, times.hover, answers),
  ]
}

/** Lines with a fault each, for places between elements; a brace that closes nothing stands in front of one that is not closed. */
const faultyLines = [
  '}',
  'tsak lost "Lost" due 2027-02-01',
  '[ ] task cut "Cut" after',
  'channel odd "Odd" § owner person_0',
  'metric ratio "Ratio" in % = (part_0 + whole_0',
  'channel open "Open',
  'gaol lost_goal "Lost" {\n  owner person_0\n}',
  'goal wrong "Wrong" owner, person_0',
  'channel long """Long',
  '[ ] task half "Half" {\n  @person_0 8h',
]

/** A text with faults in front of tasks, at equal distances. */
function withFaults(text: string, faults: readonly string[]): string {
  const lines = text.split('\n')
  const tasks = lines.flatMap((line, index) => (line.startsWith('[ ] task ') ? [index] : []))
  faults.forEach((fault, index) => {
    const at = tasks[Math.floor((tasks.length * (index + 1)) / (faults.length + 2))] ?? 0
    lines[at] = `${fault}\n${lines[at]}`
  })
  return lines.join('\n')
}

/** Keystrokes while something cannot be read, each p95 also as a part of that of the sound text, in 1,000 tasks. */
export async function editingBroken(): Promise<readonly Figure[]> {
  const text = generatedPlan(1000)
  const cases = [
    { name: 'nothing broken', text, typed: soundLines },
    { name: 'one standing fault', text: withFaults(text, faultyLines.slice(1, 2)), typed: soundLines },
    { name: 'ten standing faults', text: withFaults(text, faultyLines), typed: soundLines },
    { name: 'inside half-written elements', text, typed: halfWrittenLines },
  ]
  const figures: Figure[] = []
  const sound: number[] = []
  for (const { name, text: broken, typed } of cases) {
    const times = await timesOfTyping(broken, typed)
    for (const [index, what] of typedNames.entries()) {
      const figure = { ...p95(`${what}, 1,000 tasks, ${name}`, times.typing[index] ?? []), part: 'broken' }
      sound[index] ??= figure.value
      const share = { what: `${figure.what}, of that of sound text`, value: figure.value / sound[index] }
      figures.push(
        figure,
        ...(typed === soundLines && broken === text ? [] : [{ part: 'broken', ...share, unit: '×' as const, limit: atMost(1.3) }]),
      )
    }
  }
  return figures
}

export async function editing(): Promise<readonly Figure[]> {
  return [
    await serverStart(),
    ...(await typing('small example', example('email-churn-q1.mops'), atMost(30, 20))),
    ...(await typing('1,000 tasks', generatedPlan(1000), atMost(60, 40), atMost(30))),
    ...(await typing('5,000 tasks', generatedPlan(5000), atMost(250, 120))),
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
