import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { amount, type Figure } from './figures.js'
import { generatedPlan } from './generated-plan.js'
import { alternate, type Command, emptyNode, inFolder, median, mopsCommand, output, root, type Sample } from './processes.js'

const place = path.join(root, 'out/bench/peers')
const packages = ['@stoplight/spectral-cli@6.16.3', '@bufbuild/buf@1.75.0', 'likec4@1.59.4']
const count = 1000
const numbers = Array.from({ length: count }, (_, index) => index)

interface Peer {
  readonly name: string
  readonly program: string
  readonly version: readonly string[]
  readonly parameters: readonly string[]
  readonly items: string
  /** Files by their path; the first is what the peer reads. */
  readonly files: Readonly<Record<string, string>>
  readonly install: string
}

function fromNpm(name: string): Pick<Peer, 'program' | 'install'> {
  return { program: path.join(place, 'node_modules/.bin', name), install: 'npm run bench -- peers --install' }
}

const peers: readonly Peer[] = [
  {
    name: 'tj3',
    program: 'tj3',
    version: ['--version'],
    parameters: ['--silent', '--no-reports', 'plan.tjp'],
    items: 'tasks, read and scheduled, no report',
    files: { 'plan.tjp': taskJugglerPlan() },
    install: 'On Debian: apt-get install tj3',
  },
  {
    name: 'spectral lint',
    version: ['--version'],
    parameters: ['lint', '--quiet', 'openapi.yaml'],
    items: 'operations, rules of spectral:oas',
    files: { 'openapi.yaml': openApi(), '.spectral.yaml': 'extends: ["spectral:oas"]\n' },
    ...fromNpm('spectral'),
  },
  {
    name: 'buf lint',
    version: ['--version'],
    parameters: ['lint'],
    items: 'messages, standard rules',
    files: { 'generated/v1/tasks.proto': protocol(), 'buf.yaml': 'version: v2\n' },
    ...fromNpm('buf'),
  },
  {
    name: 'likec4 validate',
    version: ['--version'],
    parameters: ['validate', '--no-layout', '.'],
    items: 'elements, without layout',
    files: { 'model.c4': architecture() },
    ...fromNpm('likec4'),
  },
]

/** Brings the peers of npm into a folder of their own; nothing of it comes into the project. */
export function installPeers(): void {
  mkdirSync(place, { recursive: true })
  writeFileSync(path.join(place, 'package.json'), '{ "private": true }\n')
  const { status, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], {
    cwd: place,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw error ?? new Error('npm could not install the peers.')
}

/** Cold commands of the peers and of mops in turn, each on an input of a thousand items of its own kind. */
export function besidePeers(): Promise<{ figures: readonly Figure[]; missing: readonly { part: string; why: string }[] }> {
  return inFolder(async (folder) => {
    const found = peers.flatMap((peer) => {
      const version = versionOf(peer)
      return version === undefined ? [] : [{ ...peer, version }]
    })
    const missing = peers.filter(({ name }) => !found.some((one) => one.name === name))
    const commands = found.map(({ name, program, parameters, files }): [string, Command] => {
      const cwd = path.join(folder, name.replace(' ', '-'))
      writeFiles(cwd, files)
      return [name, { program, parameters, cwd, warmUps: 1 }]
    })
    const plan = generatedPlan(count)
    writeFiles(folder, { 'plan.mops': plan })
    const own = mopsCommand(path.join(folder, 'cache'), folder, 'check', 'plan.mops')
    const samples = await alternate({ empty: emptyNode, mops: own, ...Object.fromEntries(commands) } as Record<string, Command>, 7)
    const mopsTime = median(samples.mops?.times ?? [])
    const figure = (what: string, sample: Sample | undefined, beside: string): Figure => {
      const times = sample?.times ?? []
      return {
        part: 'peers',
        what,
        value: median(times),
        unit: 'ms',
        detail: `${amount(median(times) / mopsTime, '×')} mops, minimum ${amount(Math.min(...times), 'ms')}; ${beside}`,
      }
    }
    const size = (text: string) => `${amount(text.length / 1000, 'kB')}, ${text.split('\n').length - 1} lines`
    const figures = [
      figure('node -e 0', samples.empty, 'nothing'),
      figure('mops check', samples.mops, `1,000 tasks, all rules; ${size(plan)}`),
      ...found.map(({ name, version, items, files }) =>
        figure(name, samples[name], `1,000 ${items}; ${size(Object.values(files)[0] ?? '')}; version ${version}`),
      ),
    ]
    return { figures, missing: missing.map(({ name, install }) => ({ part: name, why: `It is not installed. ${install}` })) }
  })
}

/** Undefined when the peer is not there. */
function versionOf({ program, version }: Peer): string | undefined {
  if (path.isAbsolute(program) && !existsSync(program)) return undefined
  try {
    return /\d+(\.\d+)+/.exec(output({ program, parameters: version, warmUps: 0 }).out)?.[0]
  } catch {
    return undefined
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Tasks of two days for people who do one after the other, as in the generated plan. */
function taskJugglerPlan(): string {
  const people = count / 20
  return [
    'project generated "Generated" 2027-01-04 +12m {\n  now 2027-01-04\n}',
    ...numbers.slice(0, people).map((index) => `resource person_${index} "Person ${index}"`),
    ...numbers.map((index) => {
      const after = index < people ? '' : `\n  depends !task_${index - people}`
      return `task task_${index} "Do the work ${index}" {\n  effort 2d\n  allocate person_${index % people}${after}\n}`
    }),
    'taskreport tasks "tasks" {\n  formats csv\n  columns id, name, start, end\n}\n',
  ].join('\n')
}

function openApi(): string {
  const head = `openapi: 3.0.3
info: { title: Generated, version: "1", description: Generated operations, contact: { name: Nobody } }
servers: [{ url: "https://example.org" }]
tags: [{ name: work, description: The work }]
paths:
`
  const operation = (index: number) => `  /thing-${index}:
    get:
      operationId: getThing${index}
      summary: Get thing ${index}
      description: It gets thing ${index}.
      tags: [work]
      responses:
        "200": { description: Thing ${index} }
`
  return head + numbers.map(operation).join('')
}

function protocol(): string {
  const message = (index: number) => {
    const after = index === 0 ? '' : `  Task${index - 1} after = 3;\n`
    return `\n// Task ${index}.\nmessage Task${index} {\n  string name = 1;\n  int64 hours = 2;\n${after}}\n`
  }
  return `syntax = "proto3";\n\npackage generated.v1;\n${numbers.map(message).join('')}`
}

function architecture(): string {
  const element = (index: number) => `  task_${index} = component 'Task ${index}' {\n    description 'Does the work ${index}'\n  }\n`
  const relation = (index: number) => (index === 0 ? '' : `  task_${index} -> task_${index - 1} 'waits for'\n`)
  const model = `model {\n${numbers.map(element).join('')}${numbers.map(relation).join('')}}\n`
  return `specification {\n  element component\n}\n${model}views {\n  view index {\n    include task_0, task_1\n  }\n}\n`
}
