import { t } from '@vscode/l10n'
import { isActive, isOpen } from '../../plan/model/active.js'
import { elementRule, levels } from '../engine/rule.js'
import { setMark } from './schedule.js'

export const checklistDoneTaskOpen = elementRule({
  code: 'schedule/checklist-done-task-open',
  levels: levels('I', 'I', 'W'),
  summary: 'A task whose checklist is done is not marked to do.',
  why: 'The list says that the work is done, and the mark says that it has not begun.',
  fix: 'Mark the task done or in progress.',
  bad: `[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-16 due 2027-03-12 {
  [x] "Collect the ten worst mails"
}`,
  good: `[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-16 due 2027-03-12 {
  [ ] "Collect the ten worst mails"
}`,
  kinds: ['task'],
  checkEach(_plan, task, report) {
    if (!isActive(task)) return
    if (task.mark !== 'todo' || task.items.some(isOpen) || !task.items.some((item) => item.mark === 'done')) return
    report(
      task.isMarkWritten ? task.markPlace : task,
      t('All items of `{task}` are done, and the task is marked to do. Mark it `[x]` or `[~]`.', { task: task.name }),
      { about: task, fixes: [setMark(task, 'done'), setMark(task, 'doing')] },
    )
  },
})
