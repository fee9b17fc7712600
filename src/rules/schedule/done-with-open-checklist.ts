import { t } from '@vscode/l10n'
import { isActive, isOpen } from '../../plan/model/active.js'
import { elementRule, levels } from '../engine/rule.js'
import { setMark } from './schedule.js'

export const doneWithOpenChecklist = elementRule({
  code: 'schedule/done-with-open-checklist',
  levels: levels('W', 'W', 'E'),
  summary: 'A task is done when its checklist is.',
  why: 'Either something is left to do, or the list no longer says what the task is.',
  fix: 'Check the item, cancel it, or reopen the task.',
  bad: `[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-12 {
  [x] "Collect the ten worst mails"
  [ ] "Test in three clients"
}`,
  good: `[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-12 {
  [x] "Collect the ten worst mails"
  [-] "Test in three clients"
}`,
  kinds: ['task'],
  checkEach(_plan, task, report) {
    if (!isActive(task)) return
    const open = task.mark === 'done' ? task.items.filter(isOpen) : []
    const [first, ...others] = open
    if (!first) return
    const words = { task: task.name, item: first.text.text, count: open.length }
    report(
      first,
      others.length === 0
        ? t('`{task}` is done, and “{item}” is open. Check it, cancel it, or reopen the task.', words)
        : t(
            '`{task}` is done, and {count} items of its checklist are open, “{item}” first. Check or cancel them, or reopen the task.',
            words,
          ),
      {
        about: task,
        related: others.map((item) => ({ place: item.place, message: t('“{item}” is open.', { item: item.text.text }) })),
        fixes: [
          {
            title: others.length === 0 ? t('Cancel the item') : t('Cancel the open items'),
            changes: open.map(({ markPlace }) => ({ type: 'set-mark', markPlace, mark: 'cancelled' })),
            isSafe: false,
          },
          setMark(task, 'doing'),
        ],
      },
    )
  },
})
