import { t } from '@vscode/l10n'
import { deadlineAgainstPlan, isDeadlineBeforeStart } from '../../plan/goals/goals.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

export const deadlineOutsidePlan = rule({
  code: 'smart/deadline-outside-plan',
  levels: levels('W', 'E', 'E'),
  summary: 'A goal’s deadline lies in the period of its plan.',
  why: 'After the plan’s end nobody is planned, paid or asked any more.',
  fix: 'Move the deadline, or extend the period of the strategy.',
  bad: exampleGoal({ timebound: 'timebound  2027-01-04 .. 2027-04-30' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} deadlines lie outside the plan', { count }),
  check(plan, report) {
    const period = plan.strategy?.period
    if (!period) return
    for (const facts of livingGoals(plan)) {
      const { goal, deadline } = facts
      const where = deadlineAgainstPlan(plan, facts)
      if (!goal.timebound || deadline === undefined || !where || where === 'inside' || isDeadlineBeforeStart(facts)) continue
      const names = { deadline, goal: goal.name, start: period.start, end: period.end }
      report(
        goal.timebound,
        where === 'after'
          ? t('The deadline {deadline} of `{goal}` lies after the plan’s end {end}. Move one of the two.', names)
          : t('The deadline {deadline} of `{goal}` lies before the plan’s start {start}. Move one of the two.', names),
        { about: goal, related: [{ place: period.place, message: t('The plan runs from {start} to {end}.', names) }] },
      )
    }
  },
})
