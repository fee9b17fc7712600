import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { workingDays } from '../../plan/quantity/calendar.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { elementRule, levels } from '../engine/rule.js'
import { whyNoWorkingDay } from './schedule.js'

export const noWorkingTime = elementRule({
  code: 'schedule/no-working-time',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Every task has at least one working day.',
  why: 'A task that runs only on days off cannot be done without overtime.',
  fix: 'Give it a working day.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-13 due 2027-03-14 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-12 due 2027-03-12 after build_format',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const { start, end } = daysOf(plan, task) ?? {}
    if (start === undefined || end === undefined || end < start || workingDays(plan.calendar, start, end) > 0) return
    report(
      task.start ?? task.due ?? task,
      start === end
        ? t('`{task}` runs on {start} only, which is {why}. Give it a working day.', {
            task: task.name,
            start,
            why: whyNoWorkingDay(plan, start),
          })
        : t('`{task}` runs from {start} to {end}, on which nobody works. Give it a working day.', { task: task.name, start, end }),
      { about: task },
    )
  },
})
