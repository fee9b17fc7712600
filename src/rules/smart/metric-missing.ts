import { t } from '@vscode/l10n'
import { suggestedMeasurable } from '../../plan/goals/suggestions.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const metricMissing = rule({
  code: 'smart/metric-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'A goal is measured by a metric.',
  why: 'Without a number, whether a goal was reached is a matter of opinion.',
  fix: 'Add `measurable` with a metric or measure, where it stands today and where it should be.',
  bad: exampleGoal({ title: 'Mail that people want to keep', measurable: '', guard: 'watch      email_churn' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} goals have no metric yet', { count }),
  check(plan, report) {
    const measurable = suggestedMeasurable(plan)
    for (const { goal } of livingGoals(plan)) {
      if (isGiven(goal, 'measurable')) continue
      report(
        goal,
        t('`{goal}` has no metric, so nobody can say whether it was reached. Add `measurable` with a metric and a target.', {
          goal: goal.name,
        }),
        {
          fixes: measurable ? [insertClauses(goal, [measurable])] : [],
        },
      )
    }
  },
})
