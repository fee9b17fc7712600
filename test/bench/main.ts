import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { whyNotCurrent } from '../built.js'
import { blowUps } from './blow-ups.js'
import { coldChecks, coldDiffs, manyPlans, sizes } from './cold.js'
import { about, comparison, type Figure, markdown, type Run, table } from './figures.js'
import { passes } from './growth.js'
import { memoryOfEdits } from './memory.js'
import { besidePeers, installPeers } from './peers.js'
import { preview } from './preview.js'
import { root } from './processes.js'
import { editing, editingBroken, manyPlansInServer } from './server.js'

const usage = `npm run bench -- [PART …] [--rules] [--markdown] [--install]
npm run bench -- --compare A.json B.json
npm run bench -- --markdown A.json

Parts: passes cold diff server broken memory workspace preview sizes peers blow-ups; without a name all.
  --rules     with passes: the rules that take longest, instead of all rules together
  --markdown  the table of docs/performance.md, of this run or of a file
  --install   with peers: fetch those that npm has into out/bench/peers
  --compare   two runs beside each other`

const known = ['rules', 'markdown', 'install', 'compare', 'help'] as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: Object.fromEntries(known.map((name) => [name, { type: 'boolean' as const }])),
})
const options: Readonly<Partial<Record<(typeof known)[number], unknown>>> = values

const missing: { part: string; why: string }[] = []

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  passes: async () => passes(options.rules === true),
  cold: coldChecks,
  diff: coldDiffs,
  server: editing,
  broken: editingBroken,
  memory: memoryOfEdits,
  workspace: async () => [...(await manyPlans()), ...(await manyPlansInServer())],
  preview,
  sizes: async () => sizes(),
  'blow-ups': blowUps,
  peers: async () => {
    if (options.install) installPeers()
    const result = await besidePeers()
    missing.push(...result.missing)
    return result.figures
  },
}

function readRun(file: string): Run {
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function measured(chosen: readonly string[]): Promise<Run> {
  const before = loadavg()[0] ?? 0
  const figures: Figure[] = []
  for (const part of chosen) {
    process.stderr.write(`Measuring ${part} …\n`)
    try {
      figures.push(...((await parts[part]?.()) ?? []))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      missing.push({ part, why: why.split('\n', 1)[0] ?? '' })
    }
  }
  return {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    revision: revision(),
    node: process.versions.node,
    machine: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    load: [before, loadavg()[0] ?? 0],
    figures,
    missing,
  }
}

function revision(): string {
  const git = (...parameters: string[]) => spawnSync('git', parameters, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''
  const name = git('rev-parse', '--short', 'HEAD') || 'unknown'
  return git('status', '--porcelain', '--untracked-files=no') === '' ? name : `${name} with changes`
}

function written(run: Run): string {
  const file = path.join(root, 'out/bench', `${run.date.slice(0, 16).replaceAll(':', '')}.json`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`)
  return path.relative(root, file)
}

function compare([before, after, ...rest]: readonly string[]): void {
  if (before === undefined || after === undefined || rest.length > 0) refuse('--compare needs two files that a run has written.')
  else console.log(comparison(readRun(before), readRun(after)))
}

function refuse(why: string): void {
  console.error(`${why}\n\n${usage}`)
  process.exitCode = 2
}

async function run(): Promise<void> {
  if (options.help) return console.log(usage)
  const unknownOption = Object.keys(values).find((name) => !known.some((one) => one === name))
  if (unknownOption !== undefined) return refuse(`There is no option --${unknownOption}.`)
  if (options.compare) return compare(positionals)
  const [first] = positionals
  if (options.markdown && first?.endsWith('.json')) return console.log(markdown(readRun(first)))
  const unknownPart = positionals.find((name) => !Object.hasOwn(parts, name))
  if (unknownPart !== undefined) return refuse(`There is no part ${unknownPart}.`)
  const stale = whyNotCurrent(root)
  if (stale !== undefined) return refuse(stale)
  const result = await measured(positionals.length > 0 ? positionals : Object.keys(parts))
  console.log(options.markdown ? markdown(result) : `${about(result).join('\n')}\n\n${table(result)}`)
  process.stderr.write(`\nWritten: ${written(result)}\n`)
}

await run()
