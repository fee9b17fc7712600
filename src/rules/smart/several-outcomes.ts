import { t } from '@vscode/l10n'
import { joinedDirectionVerbs } from '../../plan/words/direction.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { inTicks } from '../wording/wording.js'
import { livingGoals } from './smart.js'

export const severalOutcomes = rule({
  code: 'smart/several-outcomes',
  levels: levels('-', 'I', 'I'),
  summary: 'A goal holds one result.',
  why: 'Two results can succeed and fail apart, and then nobody can say whether the goal was met.',
  fix: 'Make two goals of it, or let one number lead and guard the other.',
  bad: exampleGoal({ title: 'Reduce churn and increase replies to our mail' }),
  good: exampleGoal({ title: 'Reduce churn of our mail' }),
  inBrief: (count) => t('{count} goals hold several results', { count }),
  check(plan, report) {
    for (const { goal, statement } of livingGoals(plan)) {
      const joined = joinedDirectionVerbs(statement)
      const measured = [...new Set(goal.aims.map((aim) => aim.number.name))]
      if (measured.length > 2) {
        const numbers = inTicks(measured, 4)
        report(
          goal,
          t('`{goal}` is measured by {numbers}. Results can succeed and fail apart; consider a goal for each.', {
            goal: goal.name,
            numbers,
          }),
        )
      } else if (joined) {
        const [first, second] = joined
        report(
          goal,
          t('`{goal}` holds two results, “{first}” and “{second}”. They can succeed and fail apart; consider two goals.', {
            goal: goal.name,
            first: first.word,
            second: second.word,
          }),
        )
      }
    }
  },
})
