import { t } from '@vscode/l10n'
import { livingTasks } from '../../plan/alive.js'
import { schedule } from '../../plan/schedule.js'
import { isReversed } from '../../plan/step-links.js'
import { levels, rule } from '../rule.js'

export const dueBeforeStart = rule({
  code: 'schedule/due-before-start',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A task is due on or after the day on which it starts.',
  why: 'One of the two dates is a slip, and all that is computed from them would be wrong.',
  fix: 'Swap or correct the dates.',
  bad: '[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-12 due 2027-03-08',
  good: '[ ] task write_pages "Write the pages" for keepable_mail expects email_churn down @dana 4h start 2027-03-08 due 2027-03-12',
  check(plan, report) {
    for (const task of livingTasks(plan)) {
      const { start, due } = task
      if (!start || !due || !isReversed(task) || schedule(plan).of(task)?.isStuck) continue
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
    }
  },
})
