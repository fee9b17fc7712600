import { t } from '@vscode/l10n'
import type { GoalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { bestBenchmark } from '../../plan/numbers/benchmarks.js'
import { lastPeriodWithin } from '../../plan/numbers/goal-time.js'
import { multiply } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo } from '../fixes/fixes.js'
import { livingAims, writtenIn } from './smart.js'

export const targetMissing = rule({
  code: 'smart/target-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'A measurable has a target.',
  why: 'A number that is merely watched is never reached. A target says when the goal is met.',
  fix: 'Add `to` with a value and its period, or `by` with a change; or `hold` where the number should stay at its baseline.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} measurables have no target yet', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.isReadable) continue
      const { target, change, baseline, number } = aim.aim
      if (target || change || (aim.isHold && baseline)) continue
      const to = suggestedTarget(plan, facts, aim)
      report(
        number,
        to
          ? t('`measurable {number}` has no target in `{goal}`. Add one, for example `{to}`.', {
              number: number.name,
              goal: facts.goal.name,
              to,
            })
          : t('`measurable {number}` has no target in `{goal}`. Add `to` with a value and its period.', {
              number: number.name,
              goal: facts.goal.name,
            }),
        { about: facts.goal, other: number.name, fixes: to ? [appendTo(lastPart(aim), ` ${to}`)] : [] },
      )
    }
  },
})

/** A tenth better than the baseline, or the best benchmark. */
function suggestedTarget(plan: Plan, facts: GoalFacts, aim: AimFacts): string | undefined {
  const { unit, direction, baseline } = aim
  if (!unit || !direction) return undefined
  const best = bestBenchmark(plan, aim)
  const value = best ?? (baseline === undefined ? undefined : multiply(baseline, direction > 0 ? '1.1' : '0.9'))
  if (value === undefined) return undefined
  const period =
    facts.horizon && aim.facts?.grain && aim.facts.additivity !== 'additive'
      ? lastPeriodWithin(plan, aim.facts.grain, facts.horizon)
      : undefined
  return `to ${direction > 0 ? 'at least' : 'at most'} ${writtenIn(unit, value)}${period ? ` in ${period.text}` : ''}`
}

function lastPart({ aim }: AimFacts) {
  return aim.baseline ?? aim.verb ?? aim.number
}
