import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = process.cwd()

/** MOPS_UNDER_TEST names another build than that of this folder. */
export const mops = process.env.MOPS_UNDER_TEST ?? path.join(root, 'bin/mops.cjs')

export interface Command {
  readonly program: string
  readonly parameters: readonly string[]
  readonly cwd?: string
  /** Where mops keeps the compiled code of this command; else that of the user. */
  readonly cache?: string
  /** Not measured; five fill the cache of compiled code. */
  readonly warmUps: number
}

/** Milliseconds of each run; of the runs on the side that take the figures of the process, the least time and the most memory in MB. */
export interface Sample {
  readonly first: number
  readonly times: readonly number[]
  readonly processor: number
  readonly memory: number
}

function node(...parameters: string[]): Command {
  return { program: process.execPath, parameters, warmUps: 1 }
}

/** The empty Node that a cold start is compared with. */
export const emptyNode = node('-e', '0')

export function mopsCommand(cache: string, cwd: string, ...parameters: string[]): Command {
  return { program: process.execPath, parameters: [mops, ...parameters], cwd, cache, warmUps: 5 }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The value that the given share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Gives the work a folder of its own and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a command prints. Exit code 1 is no failure: it says that there are findings. */
export function output({ program, parameters, cwd = root, cache }: Command, before: readonly string[] = []): { out: string; err: string } {
  const env = cache === undefined ? process.env : { ...process.env, XDG_CACHE_HOME: cache }
  const { status, stdout, stderr, error } = spawnSync(program, [...before, ...parameters], { cwd, env, encoding: 'utf8', maxBuffer: 1e9 })
  if (error) throw error
  if (status !== 0 && status !== 1) throw new Error(`${program} ${parameters.join(' ')} ended with ${status}: ${stderr}`)
  return { out: stdout, err: stderr }
}

function time(command: Command): number {
  const start = performance.now()
  output(command)
  return performance.now() - start
}

/** What one run of a command took of the processor in milliseconds, at most of memory in MB, and how much it printed in bytes. */
export interface Usage {
  readonly processor: number
  readonly memory: number
  readonly printed: number
}

/** Runs a command of Node's once for its figures; a command that ends badly is an error. */
export function usageOf(command: Command): Promise<Usage> {
  return inFolder((folder) => {
    const script = path.join(folder, 'usage.cjs')
    writeFileSync(script, usageScript)
    return measuredUsage(command, script)
  })
}

function measuredUsage(command: Command, script: string): Usage {
  const { out, err } = output(command, ['--require', script])
  const [, processor = '0', memory = '0'] = /usage (\d+) (\d+)/.exec(err) ?? []
  return { processor: Number(processor) / 1000, memory: Number(memory) / 1024, printed: Buffer.byteLength(out) }
}

const usageScript = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('usage ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS)
})`

/**
 * Runs commands in turn, so that a busy machine slows all of them alike. What a process says of itself is taken in further runs, so that
 * asking costs the times nothing; it can be had of Node alone.
 */
export function alternate<K extends string>(commands: Readonly<Record<K, Command>>, rounds: number): Promise<Record<K, Sample>> {
  return inFolder((folder) => {
    const usage = path.join(folder, 'usage.cjs')
    writeFileSync(usage, usageScript)
    const names = Object.keys(commands) as K[]
    const times = new Map(names.map((name) => [name, [] as number[]]))
    const first = new Map(names.map((name) => [name, Array.from({ length: commands[name].warmUps }, () => time(commands[name]))[0] ?? 0]))
    for (let round = 0; round < rounds; round++) for (const name of names) times.get(name)?.push(time(commands[name]))
    const usages = new Map(names.map((name) => [name, { processor: Number.POSITIVE_INFINITY, memory: 0 }]))
    for (let round = 0; round < (rounds >= 10 ? 3 : 1); round++)
      for (const name of names) {
        const known = usages.get(name)
        if (!known || commands[name].program !== process.execPath) continue
        const { processor, memory } = measuredUsage(commands[name], usage)
        known.processor = Math.min(known.processor, processor)
        known.memory = Math.max(known.memory, memory)
      }
    const samples = names.map((name): [K, Sample] => [
      name,
      { first: first.get(name) ?? 0, times: times.get(name) ?? [], ...(usages.get(name) ?? { processor: 0, memory: 0 }) },
    ])
    return Object.fromEntries(samples) as Record<K, Sample>
  })
}
