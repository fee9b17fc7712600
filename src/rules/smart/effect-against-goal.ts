import { t } from '@vscode/l10n'
import type { Goal, Task } from '../../plan/elements/elements.js'
import { ownFactsOf } from '../../plan/goals/goals.js'
import { isActive } from '../../plan/model/active.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { replaceBy } from '../fixes/fixes.js'

export const effectAgainstGoal = elementRule({
  code: 'smart/effect-against-goal',
  levels: levels('W', 'W', 'E'),
  summary: 'A task moves its goal’s number the way that the goal wants.',
  why: 'Either the effect is written the wrong way round, or the work harms what it is meant for.',
  fix: 'Correct the effect, or give the task to another goal.',
  bad: `${exampleSecondGoal({})}\n${exampleTask({ expects: 'expects complaint_rate up' })}`,
  good: `${exampleSecondGoal({})}\n${exampleTask({ expects: 'expects complaint_rate down' })}`,
  inBrief: (count) => t('{count} tasks work against their goal', { count }),
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task) || task.expects.length === 0) return
    for (const goal of new Set(plan.findAll(task.for, 'goal'))) {
      const facts = ownFactsOf(plan, goal)
      for (const aim of facts.isDropped ? [] : facts.aims) judge(task, goal, aim, report)
    }
  },
})

function judge(task: Task, goal: Goal, aim: AimFacts, report: ReportFinding): void {
  if (!aim.direction || !aim.number) return
  const wanted = aim.direction === 1 ? 'up' : 'down'
  for (const effect of task.expects) {
    if (effect.number.name !== aim.aim.number.name || effect.direction.direction === wanted) continue
    report(
      effect.direction,
      t('`{task}` expects `{number}` {direction}, and its goal `{goal}` wants it {wanted}. Correct the effect, or move the task.', {
        task: task.name,
        number: aim.aim.number.name,
        direction: effect.direction.direction,
        goal: goal.name,
        wanted,
      }),
      {
        about: task,
        other: goal.name,
        related: [{ place: aim.aim.place, message: t('`{goal}` wants it {wanted}.', { goal: goal.name, wanted }) }],
        fixes: [replaceBy(effect.direction, wanted)],
      },
    )
  }
}
