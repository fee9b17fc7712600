import { t } from '@vscode/l10n'
import type { Aim, Goal } from '../../plan/elements/elements.js'
import type { GoalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo } from '../fixes/fixes.js'
import { livingAims, restated } from './smart.js'

export const baselineMissing = rule({
  code: 'smart/baseline-missing',
  levels: levels('I', 'W', 'W'),
  summary: 'A measurable says where its number stands today.',
  why: 'Without a baseline nobody can tell how far the way is, and “+25%” cannot be computed, reached or missed.',
  fix: 'Add `from` with a value and the period that it was measured in.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease to at most 0.60% in 2027-03' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} measurables have no baseline yet', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.isReadable) continue
      const { baseline, change, number, target, verb } = aim.aim
      if (baseline || (!change && !target) || isOnPath(facts.goal, aim.aim)) continue
      const from = latestBeforeStart(plan, facts, aim)
      const details = { about: facts.goal, other: number.name, fixes: from ? [appendTo(verb ?? number, ` ${from}`)] : [] }
      const names = { goal: facts.goal.name, number: number.name, example: from ?? '' }
      if (change && aim.isChangeRelative) {
        const relative = { ...names, change: change.value.text }
        const message = from
          ? t('{change} of what? `{number}` has no baseline in `{goal}`. Add one, for example `{example}`.', relative)
          : t('{change} of what? `{number}` has no baseline in `{goal}`. Add `from` with a value and its period.', relative)
        report(change, message, { ...details, levels: levels('W', 'E', 'E') })
      } else {
        report(
          number,
          from
            ? t('`{goal}` starts from an unknown place: `{number}` has no baseline. Add one, for example `{example}`.', names)
            : t('`{goal}` starts from an unknown place: `{number}` has no baseline. Add `from` with a value and its period.', names),
          details,
        )
      }
    }
  },
})

/** Another measurable of the same number has the baseline, or is asked for it: one is enough for a path. */
function isOnPath(goal: Goal, aim: Aim): boolean {
  const path = goal.aims.filter((other) => other.number.name === aim.number.name)
  return path.some((other) => other.baseline !== undefined) || path[0] !== aim
}

function latestBeforeStart(plan: Plan, facts: GoalFacts, aim: AimFacts): string | undefined {
  if (!aim.number) return undefined
  const latest = actualsOf(plan, aim.number.name)
    .filter((row) => facts.start === undefined || row.period.end < facts.start)
    .reduce<ReturnType<typeof actualsOf>[number] | undefined>(
      (best, row) => (best && best.period.end >= row.period.end ? best : row),
      undefined,
    )
  return latest && `from ${restated(latest.value)} in ${latest.period.text}`
}
