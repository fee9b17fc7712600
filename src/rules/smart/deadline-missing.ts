import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const deadlineMissing = rule({
  code: 'smart/deadline-missing',
  levels: levels('W', 'E', 'E'),
  summary: 'A goal has a deadline.',
  why: 'Without a day on which it is judged, a goal is never missed and never reached.',
  fix: 'Add `timebound` with a date or a period.',
  bad: exampleGoal({ timebound: '' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} goals have no deadline yet', { count }),
  check(plan, report) {
    const period = plan.strategy?.period
    for (const { goal } of livingGoals(plan)) {
      if (isGiven(goal, 'timebound')) continue
      const names = { goal: goal.name, example: period ? `timebound by ${period.end}` : 'timebound' }
      report(goal, t('`{goal}` has no deadline. Add `{example}`.', names), {
        fixes: period ? [insertClauses(goal, [`timebound ${period.start} .. ${period.end}`])] : [],
      })
    }
  },
})
