import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { removeAt } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const guardOnTargetMetric = rule({
  code: 'smart/guard-on-target-metric',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'A guard protects another number than the goal moves.',
  why: 'The target already limits its own number; a guard is there for what may suffer from reaching it.',
  fix: 'Remove the guard, or name the number that must not get worse.',
  bad: exampleGoal({ guard: 'guard      email_churn at most 0.80%' }),
  good: exampleGoal({ guard: 'guard      complaint_rate at most 0.10%' }),
  inBrief: (count) => t('{count} guards stand on the number that their goal moves', { count }),
  check(plan, report) {
    for (const { goal } of livingGoals(plan)) {
      const targets = new Map(goal.aims.map((aim) => [aim.number.name, aim.number]))
      for (const guard of goal.guards) {
        const target = targets.get(guard.number.name)
        if (!target || !plan.isKnown(target)) continue
        report(
          guard,
          t('`{number}` is target and guard of `{goal}`. A guard protects another number; the target already limits this one.', {
            number: target.name,
            goal: goal.name,
          }),
          {
            about: goal,
            other: target.name,
            related: [{ place: target.place, message: t('`{number}` is the target here.', { number: target.name }) }],
            fixes: [removeAt(guard.place, t('Remove the guard'))],
          },
        )
      }
    }
  },
})
