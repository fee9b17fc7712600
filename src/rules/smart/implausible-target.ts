import { t } from '@vscode/l10n'
import type { Benchmark } from '../../plan/elements/elements.js'
import type { GoalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { type AimFacts, amountOn } from '../../plan/numbers/aims.js'
import { benchmarksOf, bestBenchmark } from '../../plan/numbers/benchmarks.js'
import { daysIn } from '../../plan/numbers/goal-time.js'
import { addMonths } from '../../plan/quantity/days.js'
import { compare, divide, signOf } from '../../plan/quantity/exact.js'
import { formatMeasurement, percentUnit } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { baselineShown, livingAims, shownIn, targetShown } from './smart.js'

const measurable = 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.30% in 2027-03'

export const implausibleTarget = rule({
  code: 'smart/implausible-target',
  levels: levels('-', 'I', 'I'),
  summary: 'An ambitious target says why it can work.',
  why: 'Numbers rarely double or halve within a quarter, and what nobody has reached before needs a reason.',
  fix: 'Say in `achievable` why it can work, name newer evidence, or lower the target.',
  bad: exampleGoal({ measurable, achievable: '' }),
  good: exampleGoal({ measurable, achievable: 'achievable "One list with half of all losses is given up in January"' }),
  inBrief: (count) => t('{count} targets are ambitious and do not say why they can work', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (aim.isContradictory || !aim.direction) continue
      const message = steepChange(facts, aim) ?? betterThanBenchmarks(plan, facts, aim) ?? oldBenchmark(plan, facts, aim)
      if (!message) continue
      report(aim.aim.target ?? aim.aim.change ?? aim.aim, message, {
        about: facts.goal,
        other: aim.aim.number.name,
        fixes: facts.goal.achievable ? [] : [insertClauses(facts.goal, [`achievable "${t('Why it can be reached')}"`])],
      })
    }
  },
})

function steepChange({ goal, hasEvidence, horizon }: GoalFacts, aim: AimFacts): string | undefined {
  const { baseline, neededChange } = aim
  if (hasEvidence || !horizon || daysIn(horizon) > 92 || baseline === undefined || neededChange === undefined) return undefined
  const share = signOf(baseline) > 0 ? divide(neededChange, baseline) : undefined
  if (share === undefined || (compare(share, '1') <= 0 && compare(share, '-0.5') >= 0)) return undefined
  return t(
    'From {baseline} to {target} in {days} days is {change} of `{number}`, and `{goal}` gives no evidence. An ambitious target is fine; say why it can work.',
    {
      baseline: baselineShown(aim),
      target: targetShown(aim),
      days: daysIn(horizon),
      change: `${signOf(share) > 0 ? '+' : ''}${formatMeasurement(share, percentUnit)}`,
      number: aim.aim.number.name,
      goal: goal.name,
    },
  )
}

function betterThanBenchmarks(plan: Plan, { goal }: GoalFacts, aim: AimFacts): string | undefined {
  const best = bestBenchmark(plan, aim)
  if (best === undefined || aim.target === undefined || !aim.unit || compare(aim.target, best) !== aim.direction) return undefined
  return t('The target {target} of `{goal}` is better than every benchmark of `{number}`; the best is {best}. Say why it can work.', {
    target: targetShown(aim),
    goal: goal.name,
    number: aim.aim.number.name,
    best: shownIn(aim.unit, best),
  })
}

function oldBenchmark(plan: Plan, { goal, start }: GoalFacts, aim: AimFacts): string | undefined {
  if (!start) return undefined
  const given = new Set(plan.findAll(goal.given, 'benchmark'))
  const best = benchmarksOf(plan, aim.aim.number.name)
    .filter((benchmark) => given.has(benchmark))
    .reduce(better(aim), undefined)
  if (!best?.window || addMonths(best.window.end, 24) >= start) return undefined
  return t(
    'The benchmark `{benchmark}` that `{goal}` rests on is of {period}, more than two years before the start. Name newer evidence.',
    {
      benchmark: best.name,
      goal: goal.name,
      period: best.window.text,
    },
  )
}

function better(aim: AimFacts) {
  return (best: Benchmark | undefined, next: Benchmark): Benchmark | undefined => {
    const [a, b] = [best?.value && amountOn(aim.unit, best.value), next.value && amountOn(aim.unit, next.value)]
    if (b === undefined) return best
    return a === undefined || compare(b, a) === aim.direction ? next : best
  }
}
