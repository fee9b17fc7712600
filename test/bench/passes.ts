import { performance } from 'node:perf_hooks'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { coverageMatrices } from '../../src/plan/coverage-matrices.js'
import { coverageTally } from '../../src/plan/coverage-tally.js'
import { createPlan } from '../../src/plan/create-plan.js'
import { everyGoal } from '../../src/plan/goals.js'
import { load } from '../../src/plan/load.js'
import { money } from '../../src/plan/money.js'
import { numbers } from '../../src/plan/numbers.js'
import { paces } from '../../src/plan/pace.js'
import type { Plan } from '../../src/plan/plan.js'
import { schedule } from '../../src/plan/schedule.js'
import { smartLetters } from '../../src/plan/smart-letters.js'
import { trace } from '../../src/plan/trace.js'
import { rules } from '../../src/rules/generated/registry.js'
import { judge } from '../../src/rules/judge.js'
import { generatedPlan } from './generated-plan.js'

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
  ['pace', paces],
]

const root = 'plan.mops'

/** Milliseconds of every pass over a plan of so many tasks; of several runs the shortest. */
function measure(tasks: number, runs: number) {
  const text = generatedPlan(tasks)
  const times = new Map<string, number>()
  const ruleTimes = new Map<string, number>()
  const timed = <T>(into: Map<string, number>, name: string, work: () => T): T => {
    const start = performance.now()
    const result = work()
    into.set(name, Math.min(into.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start))
    return result
  }
  let findings = 0
  for (let run = 0; run < runs; run++) {
    timed(times, 'total', () => {
      const workspace = new Workspace()
      timed(times, 'read', () => workspace.setText(root, text))
      const plan = timed(times, 'resolve', () => {
        const source = workspace.source(root)
        if (!source) throw new Error('The generated plan was not read.')
        return createPlan(source, { clock: '2027-01-04' })
      })
      for (const [name, derive] of derivations) timed(times, name, () => derive(plan))
      for (const rule of rules) timed(ruleTimes, rule.code, () => rule.check(plan, () => {}, rule.options ?? {}))
      findings = timed(times, 'rules', () => judge(plan, rules)).findings.length
    })
  }
  return {
    tasks,
    findings,
    lines: text.split('\n').length,
    megabytes: process.resourceUsage().maxRSS / 1024,
    times: Object.fromEntries(times),
    ruleTimes: Object.fromEntries(ruleTimes),
  }
}

const [tasks = '100', runs = '1'] = process.argv.slice(2)
if (runs === '0') process.stdout.write(generatedPlan(Number(tasks)))
else process.stdout.write(JSON.stringify(measure(Number(tasks), Number(runs))))
