import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { amount, atMost, type Figure } from './figures.js'
import type { PassTimes } from './passes.js'
import { median, root } from './processes.js'

const sizes = [100, 1000, 5000, 20_000]
const from = 1000
const to = 20_000

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
    growth('whole check', results, ({ whole }) => Math.min(...whole)),
    ...names.map((name) => growth(name, results, ({ passes: times }) => times[name] ?? 0)),
    ...(withRules ? ruleGrowth(results) : []),
  ]
}

function measured(tasks: number, withRules: boolean): PassTimes {
  const bundle = path.join(root, 'out/bench/passes.mjs')
  // Code that was thrown away as unused by a forced collection would have to be compiled again in the next round.
  const flags = ['--expose-gc', '--no-flush-bytecode']
  const parameters = [...flags, bundle, String(tasks), '3', withRules ? '1' : '0']
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: 1e9, cwd: root })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** How many times as long ten times the tasks take, from 1,000 to 20,000: 10 is linear. */
function growth(name: string, results: readonly PassTimes[], timeOf: (result: PassTimes) => number): Figure {
  const at = (tasks: number) => timeOf(results.find((result) => result.tasks === tasks) ?? results[0] ?? fail())
  const exponent = Math.log(at(to) / at(from)) / Math.log(to / from)
  const isJudged = at(to) >= shortest
  return {
    part: 'passes',
    what: `growth of ${name} per 10 × the tasks`,
    value: 10 ** exponent,
    unit: '×',
    ...(isJudged && { limit: atMost(11) }),
    detail: `${sizes.map((tasks) => amount(at(tasks), 'ms')).join(', ')}${isJudged ? '' : '; too short to judge'}`,
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
