import { t } from '@vscode/l10n'
import { goalFacts } from '../../plan/goals/goals.js'
import { isWorkAfterDeadline } from '../../plan/goals/work.js'
import { isActive } from '../../plan/model/active.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { distinct } from '../../plan/text/distinct.js'
import { elementRule, levels } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const afterGoalDeadline = elementRule({
  code: 'schedule/after-goal-deadline',
  levels: levels('W', 'W', 'E'),
  summary: 'The work for a goal ends before its deadline.',
  why: 'What is finished after the deadline cannot help to reach it.',
  fix: 'Move the task before the deadline, or mark it `wrapup` when it looks back.',
  bad: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @dana 4h start 2027-03-29 due 2027-04-05 after build_format',
  good: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @dana 4h start 2027-03-22 due 2027-03-26 after build_format',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const facts = goalFacts(plan)
    const end = daysOf(plan, task)?.end
    if (end === undefined || task.wrapup) return
    for (const goal of distinct(plan.findAll(task.for, 'goal'))) {
      const known = facts.get(goal.name)
      if (!known || known.isDropped || known.deadline === undefined || end <= known.deadline || isWorkAfterDeadline(plan, known)) continue
      report(
        [task.due, task.done].find((one) => one?.date === end) ?? task,
        t(
          '`{task}` ends on {end}, after the deadline of `{goal}` ({deadline}). Its effect comes too late. Move it, or mark it `wrapup` when it looks back.',
          {
            task: task.name,
            end,
            goal: goal.name,
            deadline: known.deadline,
          },
        ),
        {
          about: task,
          other: goal.name,
          related: goal.timebound
            ? [{ place: goal.timebound.place, message: t('The deadline is {deadline}.', { deadline: known.deadline }) }]
            : [],
          fixes: [insertClauses(task, ['wrapup'])],
        },
      )
    }
  },
})
