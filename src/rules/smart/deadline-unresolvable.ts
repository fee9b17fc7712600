import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

function plan(period: string): string {
  return `strategy email_churn_q1 "Email churn, quarter one" {
  for        "Brightleaf Supply"
  ${period}
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
  holidays   2027-01-18, 2027-02-15
}`
}

export const deadlineUnresolvable = rule({
  code: 'smart/deadline-unresolvable',
  levels: levels('I', 'W', 'E'),
  summary: 'A deadline can be computed.',
  why: '“Within a year” is a day only when the plan says from when.',
  fix: 'Give the strategy a `period`, or the goal a date with `timebound by`.',
  bad: `${plan('ignore "plan/period-missing" because "The start is agreed in February"')}\n${exampleGoal({ timebound: 'timebound  within 12w' })}`,
  good: `${plan('period     2027-01-04 .. 2027-04-09')}\n${exampleGoal({ timebound: 'timebound  2027-01-04 .. 2027-03-31' })}`,
  inBrief: (count) => t('{count} deadlines cannot be computed', { count }),
  check(plan, report) {
    if (!plan.strategy || isGiven(plan.strategy, 'period')) return
    for (const { goal } of livingGoals(plan)) {
      if (!goal.timebound || !('within' in goal.timebound)) continue
      report(
        goal.timebound,
        t('“Within {within}” has no beginning in `{goal}`, because the plan has no period. Add the period, or `by` a date.', {
          within: goal.timebound.within.text,
          goal: goal.name,
        }),
        { about: goal },
      )
    }
  },
})
