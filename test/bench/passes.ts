import { Workspace } from '../../src/language/workspace/workspace.js'
import { coverageMatrices } from '../../src/plan/coverage/matrices.js'
import { coverageTally } from '../../src/plan/coverage/tally.js'
import { everyGoal } from '../../src/plan/goals/goals.js'
import { smartLetters } from '../../src/plan/goals/smart-letters.js'
import { judgement } from '../../src/plan/judgement/judgement.js'
import { createPlan } from '../../src/plan/model/create-plan.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { money } from '../../src/plan/money/money.js'
import { numbers } from '../../src/plan/numbers/numbers.js'
import { trace } from '../../src/plan/numbers/trace.js'
import { load } from '../../src/plan/schedule/load.js'
import { schedule } from '../../src/plan/schedule/schedule.js'
import { judge } from '../../src/rules/engine/judge.js'
import { rules } from '../../src/rules/generated/registry.js'
import { generatedPlan } from './generated-plan.js'

// Measures one size in a process of its own: node [--expose-gc] passes.mjs TASKS ROUNDS RULES   (RULES is 1 or 0; no rounds: as a new process does it)

/** Milliseconds for one plan. */
export interface PassTimes {
  readonly tasks: number
  readonly lines: number
  readonly findings: number
  /** Of every round, the whole check: read, resolve and judge in a fresh workspace. */
  readonly whole: readonly number[]
  /** By pass, the shortest round. */
  readonly passes: Readonly<Record<string, number>>
  /** By rule, the shortest round; empty unless asked for. */
  readonly rules: Readonly<Record<string, number>>
}

/** In the order in which a check needs them; each takes only its own time, since what it rests on has been computed. */
const derivations: readonly (readonly [string, (plan: Plan) => unknown])[] = [
  ['numbers', numbers],
  ['goals', everyGoal],
  ['schedule', (plan) => schedule(plan).graph.nodes.map((node) => schedule(plan).of(node))],
  ['load', load],
  ['letters', smartLetters],
  ['coverage', (plan) => [coverageMatrices(plan), coverageTally(plan)]],
  ['money', money],
  ['trace', trace],
  ['judgement', judgement],
]

const root = 'plan.mops'

/** As many plans are measured together as have so many tasks, so that a short pass is not lost in the noise and every size pays for memory alike. */
const tasksTogether = 20_000

function resolve(workspace: Workspace): Plan {
  const source = workspace.source(root)
  if (!source) throw new Error('The generated plan was not read.')
  return createPlan(source, { clock: '2027-01-04' })
}

function read(text: string): Workspace {
  const workspace = new Workspace()
  workspace.setText(root, text)
  return workspace
}

function timed(work: () => void): number {
  globalThis.gc?.()
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The round before the first one that counts is for the compiler. */
function measure(tasks: number, rounds: number, withRules: boolean): PassTimes {
  const text = generatedPlan(tasks)
  const together = Math.max(1, Math.round(tasksTogether / tasks))
  let findings = 0
  const whole: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const time = timed(() => {
      for (let one = 0; one < together; one++) findings = judge(resolve(read(text)), rules).findings.length
    })
    if (round > 0) whole.push(time / together)
  }

  const passes: Record<string, number> = {}
  const ruleTimes: Record<string, number> = {}
  for (let round = 0; round <= rounds; round++) {
    const take = (into: Record<string, number>, name: string, work: () => void) => {
      const time = timed(work) / together
      if (round > 0) into[name] = Math.min(into[name] ?? Number.POSITIVE_INFINITY, time)
    }
    let workspaces: Workspace[] = []
    let plans: Plan[] = []
    take(passes, 'read', () => {
      workspaces = Array.from({ length: together }, () => read(text))
    })
    take(passes, 'resolve', () => {
      plans = workspaces.map(resolve)
    })
    for (const [name, derive] of derivations) take(passes, name, () => void plans.map(derive))
    if (withRules)
      for (const rule of rules)
        take(ruleTimes, rule.code, () => {
          for (const plan of plans) rule.check(plan, () => {}, rule.options ?? {})
        })
    else
      take(passes, 'rules', () => {
        for (const plan of plans) judge(plan, rules)
      })
  }
  return { tasks, lines: text.split('\n').length, findings, whole, passes, rules: ruleTimes }
}

/** Each pass once, as in a command that has just been started: code is compiled as it is needed, and nothing is cleared in between. */
function measureFirst(tasks: number): PassTimes {
  const text = generatedPlan(tasks)
  const passes: Record<string, number> = {}
  const take = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const made = work()
    passes[name] = performance.now() - start
    return made
  }
  const workspace = take('read', () => read(text))
  const plan = take('resolve', () => resolve(workspace))
  for (const [name, derive] of derivations) take(name, () => derive(plan))
  const { findings } = take('rules', () => judge(plan, rules))
  const whole = Object.values(passes).reduce((sum, time) => sum + time, 0)
  return { tasks, lines: text.split('\n').length, findings: findings.length, whole: [whole], passes, rules: {} }
}

const [tasks = '100', rounds = '1', withRules = '0'] = process.argv.slice(2)
const times = rounds === '0' ? measureFirst(Number(tasks)) : measure(Number(tasks), Number(rounds), withRules === '1')
process.stdout.write(JSON.stringify(times))
