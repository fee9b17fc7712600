import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { isReversed } from '../../plan/schedule/step-links.js'
import { elementRule, levels } from '../engine/rule.js'

export const dueBeforeStart = elementRule({
  code: 'schedule/due-before-start',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A task is due on or after the day on which it starts.',
  why: 'One of the two dates is a slip, and all that is computed from them would be wrong.',
  fix: 'Swap or correct the dates.',
  bad: '[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-12 due 2027-03-08',
  good: '[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-08 due 2027-03-12',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const { start, due } = task
    if (!start || !due || !isReversed(task) || daysOf(plan, task)?.isStuck) return
    report(
      due,
      t('`{task}` is due {due}, before it starts on {start}. Swap or correct the dates.', {
        task: task.name,
        due: due.date,
        start: start.date,
      }),
      {
        about: task,
        related: [{ place: start.place, message: t('It starts on {start}.', { start: start.date }) }],
        fixes: [
          {
            title: t('Swap the two dates'),
            changes: [
              { type: 'replace', place: start.place, text: due.date },
              { type: 'replace', place: due.place, text: start.date },
            ],
            isSafe: false,
          },
        ],
      },
    )
  },
})
