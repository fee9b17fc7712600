import { t } from '@vscode/l10n'
import { workingDays } from '../../plan/calendar.js'
import { rational } from '../../plan/exact.js'
import { progressOf } from '../../plan/progress.js'
import { schedule } from '../../plan/schedule.js'
import { levels, rule } from '../rule.js'
import { openTasks } from '../schedule.js'

const quarter = rational('0.25')

export const progressBehindTime = rule({
  code: 'schedule/progress-behind-time',
  levels: levels('-', '-', 'I'),
  isDated: true,
  summary: 'Work in progress keeps up with its time.',
  why: 'A task that is far behind its time is rarely done on its date.',
  fix: 'Check whether the due date still holds, and update the progress.',
  bad: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h progress 20% start 2027-02-08 due 2027-02-16',
  good: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h progress 60% start 2027-02-08 due 2027-02-16',
  check(plan, report) {
    const today = plan.statusDate.date
    for (const task of openTasks(plan)) {
      const progress = task.mark === 'doing' ? progressOf(task) : undefined
      const { start, end } = schedule(plan).of(task) ?? {}
      if (progress === undefined || start === undefined || end === undefined) continue
      const all = workingDays(plan.calendar, start, end)
      if (all === 0) continue
      const elapsed = rational(Math.min(workingDays(plan.calendar, start, today), all)).div(all)
      if (elapsed.sub(rational(progress)).compare(quarter) <= 0) continue
      report(
        task.progress ?? task,
        t('`{task}` is {progress}% done after {elapsed}% of its time. Check whether {end} still holds.', {
          task: task.name,
          progress: rational(progress).mul(100).round().valueOf(),
          elapsed: elapsed.mul(100).round().valueOf(),
          end,
        }),
        { about: task },
      )
    }
  },
})
