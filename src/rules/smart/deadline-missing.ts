import { t } from '@vscode/l10n'
import { isGivenAbove } from '../../plan/goals/inherited.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

const strategyWithoutPeriod = `strategy email_churn_q1 "Email churn, quarter one" {
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
  ignore     "plan/period-missing" because "The board sets it in March"
}`

export const deadlineMissing = rule({
  code: 'smart/deadline-missing',
  levels: levels('W', 'E', 'E'),
  summary: 'A goal has a deadline, of its own or that of the objective or strategy around it.',
  why: 'Without a day on which it is judged, a goal is never missed and never reached.',
  fix: 'Add `timebound` with a date or a period, or give the strategy a `period`.',
  bad: `${strategyWithoutPeriod}\n${exampleGoal({ timebound: '' })}`,
  good: exampleGoal({}),
  inBrief: (count) => t('{count} goals have no deadline yet', { count }),
  check(plan, report) {
    const { strategy } = plan
    if (strategy && (strategy.standing || isGiven(strategy, 'period'))) return // it needs none, or every goal has that of the strategy
    for (const { goal, deadline } of livingGoals(plan)) {
      if (deadline !== undefined || isGiven(goal, 'timebound') || isGivenAbove(plan, goal, 'period')) continue
      report(goal, t('`{goal}` has no deadline. Add `timebound`.', { goal: goal.name }))
    }
  },
})
