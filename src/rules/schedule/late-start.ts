import { t } from '@vscode/l10n'
import { schedule } from '../../plan/schedule/schedule.js'
import { isReversed } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { openTasks, setMark } from './schedule.js'

export const lateStart = rule({
  code: 'schedule/late-start',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  summary: 'What should have started has.',
  why: 'Days lost at the start are missing at the end.',
  fix: 'Mark it in progress, or move its start.',
  bad: '[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-19',
  good: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-19',
  check(plan, report) {
    const today = plan.statusDate.date
    for (const task of openTasks(plan)) {
      const dates = schedule(plan).of(task)
      if (task.mark !== 'todo' || !dates?.start || !dates.end || isReversed(task)) continue
      // With a due date only, the task may still wait as long as it can be done in time.
      const start = task.due && !task.start ? (dates.ls ?? dates.start) : dates.start
      if (start >= today || dates.end < today) continue
      report(
        task.start ?? task,
        t('`{task}` should have started on {start} and is to do. Mark it in progress, or move its start.', { task: task.name, start }),
        { about: task, fixes: [setMark(task, 'doing')] },
      )
    }
  },
})
