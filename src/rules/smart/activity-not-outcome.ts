import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { firstWordIsActivity } from '../../plan/words/activity.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

export const activityNotOutcome = rule({
  code: 'smart/activity-not-outcome',
  levels: levels('I', 'W', 'W'),
  summary: 'A goal states a result, not the work towards it.',
  why: 'Work can be finished without changing anything. A goal says what is different afterwards.',
  fix: 'Say what the work changes with `measurable`, and make the work itself a task.',
  bad: exampleGoal({
    title: 'Launch the new template',
    measurable: '',
    guard: 'watch      email_churn',
    more: 'ignore "smart/metric-missing" because "The number is agreed in February"',
  }),
  good: exampleGoal({ title: 'Launch the new template' }),
  inBrief: (count) => t('{count} goals are work and not yet results', { count }),
  options: { verbs: [] as readonly string[] },
  check(plan, report, { verbs }) {
    for (const { goal, statement } of livingGoals(plan)) {
      if (isGiven(goal, 'measurable') || firstWordIsActivity(statement, verbs) === undefined) continue
      const said = goal.title ?? goal.specific
      report(
        said ?? goal,
        t('“{statement}” is work and not yet a result. Say what it changes with `measurable`, and make the work a task.', {
          statement: said?.text ?? goal.name,
        }),
        { about: goal },
      )
    }
  },
})
