import { t } from '@vscode/l10n'
import { isWorkAfterDeadline } from '../../plan/goals/work.js'
import { levels, rule } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

const measurable = 'measurable complaint_rate decrease from 0.08% in 2026-12 to at most 0.05%'

export const workAfterDeadline = rule({
  code: 'smart/work-after-deadline',
  levels: levels('W', 'E', 'E'),
  summary: 'The work towards a goal ends before its deadline.',
  why: 'Work that ends later cannot move the result in time.',
  fix: 'Move the tasks, or the deadline.',
  bad: `${exampleSecondGoal({ measurable, timebound: 'timebound  2027-01-04 .. 2027-02-26' })}\n${exampleTask()}`,
  good: `${exampleSecondGoal({ measurable, timebound: 'timebound  2027-01-04 .. 2027-03-31' })}\n${exampleTask()}`,
  inBrief: (count) => t('All work of {count} goals ends after their deadline', { count }),
  check(plan, report) {
    for (const facts of livingGoals(plan)) {
      const { goal, tasks, deadline } = facts
      if (!goal.timebound || !deadline || !isWorkAfterDeadline(plan, facts)) continue
      const names = { count: tasks.length, task: tasks[0]?.name ?? '', goal: goal.name, deadline }
      report(
        goal.timebound,
        tasks.length === 1
          ? t(
              '`{task}`, the only task of `{goal}`, ends after its deadline {deadline}. The work cannot move the result in time. Move the task or the deadline.',
              names,
            )
          : t(
              'All {count} tasks of `{goal}` end after its deadline {deadline}. The work cannot move the result in time. Move the tasks or the deadline.',
              names,
            ),
        {
          about: goal,
          related: tasks.map((task) => ({
            place: (task.due ?? task).place,
            message: t('`{task}` ends after the deadline.', { task: task.name }),
          })),
        },
      )
    }
  },
})
