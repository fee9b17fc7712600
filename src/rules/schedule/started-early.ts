import { t } from '@vscode/l10n'
import { schedule } from '../../plan/schedule.js'
import { isReversed } from '../../plan/step-links.js'
import { levels, rule } from '../rule.js'
import { openTasks, setDate } from '../schedule.js'

export const startedEarly = rule({
  code: 'schedule/started-early',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  summary: 'What is in progress has a start that is not in the future.',
  why: 'The load and the dates behind it are computed from a start that is no longer true.',
  fix: 'Correct the start.',
  bad: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-16 due 2027-02-19',
  good: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-12 due 2027-02-19',
  check(plan, report) {
    const today = plan.statusDate.date
    for (const task of openTasks(plan)) {
      // A computed start follows from what the task waits for, and cannot be corrected here.
      if (task.mark !== 'doing' || !task.start || task.start.date <= today) continue
      if (isReversed(task) || schedule(plan).of(task)?.isStuck) continue
      report(
        task.start,
        t('`{task}` is in progress and starts on {start}, after the status date {today}. Correct the start.', {
          task: task.name,
          start: task.start.date,
          today,
        }),
        { about: task, fixes: [setDate(task, 'start', today)] },
      )
    }
  },
})
