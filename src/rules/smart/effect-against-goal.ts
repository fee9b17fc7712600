import { t } from '@vscode/l10n'
import { replaceBy } from '../fixes.js'
import { levels, rule } from '../rule.js'
import { livingAims } from '../smart.js'
import { exampleSecondGoal, exampleTask } from '../smart-example.js'

export const effectAgainstGoal = rule({
  code: 'smart/effect-against-goal',
  levels: levels('W', 'W', 'E'),
  summary: 'A task moves its goal’s number the way that the goal wants.',
  why: 'Either the effect is written the wrong way round, or the work harms what it is meant for.',
  fix: 'Correct the effect, or give the task to another goal.',
  bad: `${exampleSecondGoal({})}\n${exampleTask({ expects: 'expects complaint_rate up' })}`,
  good: `${exampleSecondGoal({})}\n${exampleTask({ expects: 'expects complaint_rate down' })}`,
  inBrief: (count) => t('{count} tasks work against their goal', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      if (!aim.direction || !aim.number) continue
      const wanted = aim.direction === 1 ? 'up' : 'down'
      for (const task of facts.tasks) {
        for (const effect of task.expects) {
          if (effect.number.name !== aim.aim.number.name || effect.direction.direction === wanted) continue
          report(
            effect.direction,
            t('`{task}` expects `{number}` {direction}, and its goal `{goal}` wants it {wanted}. Correct the effect, or move the task.', {
              task: task.name,
              number: aim.aim.number.name,
              direction: effect.direction.direction,
              goal: facts.goal.name,
              wanted,
            }),
            {
              about: task,
              other: facts.goal.name,
              related: [{ place: aim.aim.place, message: t('`{goal}` wants it {wanted}.', { goal: facts.goal.name, wanted }) }],
              fixes: [replaceBy(effect.direction, wanted)],
            },
          )
        }
      }
    }
  },
})
