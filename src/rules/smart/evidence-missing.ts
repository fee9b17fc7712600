import { t } from '@vscode/l10n'
import type { Task } from '../../plan/elements/elements.js'
import { levels, rule } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const evidenceMissing = rule({
  code: 'smart/evidence-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'Something shows that a goal can be reached.',
  why: 'A target without evidence or planned effort is a wish.',
  fix: 'Say in `achievable` why it can work, name evidence with `given`, or give the goal’s tasks their hours.',
  bad: `${exampleSecondGoal({ achievable: '' })}\n${exampleTask({ hours: '' })}`,
  good: `${exampleSecondGoal({ achievable: '' })}\n${exampleTask()}`,
  inBrief: (count) => t('{count} goals do not show yet that they can be reached', { count }),
  check(plan, report) {
    for (const { goal, hasEvidence, tasks } of livingGoals(plan)) {
      if (hasEvidence || tasks.some(hasEffort)) continue
      report(
        goal,
        t('Nothing shows that `{goal}` can be reached. Add `achievable` with a reason, or `given` a benchmark.', { goal: goal.name }),
        {
          fixes: goal.achievable ? [] : [insertClauses(goal, [`achievable "${t('Why it can be reached')}"`])],
        },
      )
    }
  },
})

function hasEffort(task: Task): boolean {
  return task.effort !== undefined || task.assignments.some((assignment) => assignment.hours !== undefined)
}
