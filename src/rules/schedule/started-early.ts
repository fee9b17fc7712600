import { t } from '@vscode/l10n'
import { isOpen } from '../../plan/model/active.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { isReversed } from '../../plan/schedule/step-links.js'
import { elementRule, levels } from '../engine/rule.js'
import { setDate } from './schedule.js'

export const startedEarly = elementRule({
  code: 'schedule/started-early',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  summary: 'What is in progress has a start that is not in the future.',
  why: 'The load and the dates behind it are computed from a start that is no longer true.',
  fix: 'Correct the start.',
  bad: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-16 due 2027-02-19',
  good: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-12 due 2027-02-19',
  kinds: ['task'],
  checkEach(plan, task, report) {
    const today = plan.statusDate.date
    if (!isOpen(task)) return
    // A computed start follows from what the task waits for, and cannot be corrected here.
    if (task.mark !== 'doing' || !task.start || task.start.date <= today) return
    if (isReversed(task) || daysOf(plan, task)?.isStuck) return
    report(
      task.start,
      t('`{task}` is in progress and starts on {start}, after the status date {today}. Correct the start.', {
        task: task.name,
        start: task.start.date,
        today,
      }),
      { about: task, fixes: [setDate(task, 'start', today)] },
    )
  },
})
