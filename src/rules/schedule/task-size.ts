import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { effortOf } from '../../plan/people/effort.js'
import { workingDays } from '../../plan/quantity/calendar.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { elementRule, levels } from '../engine/rule.js'

const longest = 44

export const taskSize = elementRule({
  code: 'schedule/task-size',
  levels: levels('-', 'I', 'I'),
  summary: 'Tasks are neither so long that nobody sees them move nor so small that they are not worth a line.',
  why: 'Shorter tasks show earlier whether the work moves; very small ones make the plan hard to read.',
  fix: 'Split a long task; make a small one an item of a checklist.',
  bad: '[~] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @ben 20h start 2027-01-25 due 2027-03-29 after audit_workflows',
  good: '[~] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @ben 20h start 2027-02-08 due 2027-03-29 after audit_workflows',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const { start, end } = daysOf(plan, task) ?? {}
    const days = start !== undefined && end !== undefined ? workingDays(plan.calendar, start, end) : 0
    const { total } = effortOf(plan, task)
    if (days > longest) {
      report(
        task.due ?? task,
        t('`{task}` lasts {days} working days. Shorter tasks show earlier whether the work moves.', { task: task.name, days }),
        { about: task },
      )
    } else if (total && total.compare(0) > 0 && total.compare(1) < 0) {
      report(
        task.effort ?? task.assignments.find((assignment) => assignment.hours) ?? task,
        t('`{task}` has less than an hour of work. An item in the checklist of another task is enough for it.', { task: task.name }),
        { about: task },
      )
    }
  },
})
