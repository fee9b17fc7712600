import { t } from '@vscode/l10n'
import { isOpen } from '../../plan/model/active.js'
import { workingDays } from '../../plan/quantity/calendar.js'
import { rational } from '../../plan/quantity/exact.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { elementRule, levels } from '../engine/rule.js'

const quarter = rational('0.25')

export const progressBehindTime = elementRule({
  code: 'schedule/progress-behind-time',
  levels: levels('-', '-', 'I'),
  isDated: true,
  summary: 'Work in progress keeps up with its time.',
  why: 'A task that is far behind its time is rarely done on its date.',
  fix: 'Check whether the due date still holds, and update the progress.',
  bad: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h progress 20% start 2027-02-08 due 2027-02-16',
  good: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h progress 60% start 2027-02-08 due 2027-02-16',
  kinds: ['task'],
  checkEach(plan, task, report) {
    const today = plan.statusDate.date
    if (!isOpen(task)) return
    const progress = task.mark === 'doing' ? progressOf(task) : undefined
    const { start, end } = daysOf(plan, task) ?? {}
    if (progress === undefined || start === undefined || end === undefined) return
    const all = workingDays(plan.calendar, start, end)
    if (all === 0) return
    const elapsed = rational(Math.min(workingDays(plan.calendar, start, today), all)).div(all)
    if (elapsed.sub(rational(progress)).compare(quarter) <= 0) return
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
  },
})
