import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { amount, atMost, type Figure, type Limit } from './figures.js'
import type { PassTimes } from './passes.js'
import { median, root } from './processes.js'

const sizes = [100, 1000, 5000, 20_000]
const firstSizes = [1000, 10_000]
const processes = 5

/** Shorter than this at the largest size, a pass is lost in the noise, however it grows. */
const shortest = 1

/** Every pass over generated plans of growing size, in a process for each size. */
export function passes(withRules: boolean): readonly Figure[] {
  const results = sizes.map((tasks) => measured(tasks, withRules))
  const names = Object.keys(results[0]?.passes ?? {})
  const wholes = results.flatMap(({ tasks, whole, lines, findings }): readonly Figure[] => {
    const middle = median(whole)
    const figure: Figure = {
      part: 'passes',
      what: `whole check, warm, ${tasks.toLocaleString('en')} tasks`,
      value: middle,
      unit: 'ms',
      detail: `minimum ${amount(Math.min(...whole), 'ms')}, ${lines} lines, ${Math.round((lines / middle) * 1000)} a second, ${findings} findings`,
    }
    return [tasks === 5000 ? { ...figure, limit: atMost(1500, 1000) } : figure]
  })
  return [
    ...wholes,
    ...growthInNewProcess(names),
    growth('whole check, warm', results, ({ whole }) => Math.min(...whole)),
    ...names.map((name) => growth(`${name}, warm`, results, ({ passes: times }) => times[name] ?? 0)),
    ...(withRules ? ruleGrowth(results) : []),
  ]
}

/** As a command does it: a new process for each measurement, of which the shortest counts. */
function growthInNewProcess(names: readonly string[]): readonly Figure[] {
  const results = firstSizes.map((tasks): PassTimes => {
    const all = Array.from({ length: processes }, () => run(['--no-flush-bytecode'], tasks, 0, false))
    const shortest = (times: readonly number[]) => Math.min(...times)
    const passes = Object.fromEntries(names.map((name) => [name, shortest(all.map((one) => one.passes[name] ?? 0))]))
    return { ...(all[0] ?? fail()), passes, whole: [shortest(all.flatMap(({ whole }) => whole))] }
  })
  return [
    growth('whole check', results, ({ whole }) => Math.min(...whole), atMost(11)),
    ...names.map((name) => growth(name, results, ({ passes: times }) => times[name] ?? 0, atMost(11))),
  ]
}

function measured(tasks: number, withRules: boolean): PassTimes {
  // Code that was thrown away as unused by a forced collection would have to be compiled again in the next round.
  return run(['--expose-gc', '--no-flush-bytecode'], tasks, 3, withRules)
}

function run(flags: readonly string[], tasks: number, rounds: number, withRules: boolean): PassTimes {
  const bundle = path.join(root, 'out/bench/passes.mjs')
  const parameters = [...flags, bundle, String(tasks), String(rounds), withRules ? '1' : '0']
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: 1e9, cwd: root })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** How many times as long ten times the tasks take, from 1,000 to the largest size: 10 is linear. */
function growth(name: string, results: readonly PassTimes[], timeOf: (result: PassTimes) => number, limit?: Limit): Figure {
  const first = results.find(({ tasks }) => tasks === 1000) ?? fail()
  const last = results.at(-1) ?? fail()
  const exponent = Math.log(timeOf(last) / timeOf(first)) / Math.log(last.tasks / first.tasks)
  const isJudged = timeOf(last) >= shortest
  return {
    part: 'passes',
    what: `growth of ${name} per 10 × the tasks`,
    value: 10 ** exponent,
    unit: '×',
    ...(isJudged && limit && { limit }),
    detail: `${results.map((result) => amount(timeOf(result), 'ms')).join(', ')}${isJudged ? '' : '; too short to judge'}`,
  }
}

function fail(): never {
  throw new Error('Nothing was measured.')
}

/** The rules that take longest at the largest size. */
function ruleGrowth(results: readonly PassTimes[]): readonly Figure[] {
  const longest = Object.entries(results.at(-1)?.rules ?? {}).sort(([, a], [, b]) => b - a)
  return longest.slice(0, 25).map(([code]) => growth(code, results, ({ rules }) => rules[code] ?? 0))
}
