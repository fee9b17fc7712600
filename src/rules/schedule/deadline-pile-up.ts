import { t } from '@vscode/l10n'
import type { Task, Worker } from '../../plan/elements/elements.js'
import { effortOf } from '../../plan/people/effort.js'
import { everyWorker } from '../../plan/people/people.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'
import { openTasks } from './schedule.js'

/** Tasks of Ben's that others answer for, due on the given days of March 2027. */
function tasksDue(...days: readonly string[]): string {
  return days
    .map((day, index) => {
      const task = `[ ] task part_${index + 1} "Prepare part ${index + 1}" for keepable_mail expects email_churn down`
      return `${task} owner ${index % 2 ? 'chidi' : 'dana'} @ben 2h start 2027-03-08 due 2027-03-${day} after build_format`
    })
    .join('\n')
}

export const deadlinePileUp = rule({
  code: 'schedule/deadline-pile-up',
  levels: levels('-', 'I', 'I'),
  summary: 'The tasks of a person are not all due on one day.',
  why: 'When everything is due at once, nothing shows early, and one delay takes the rest with it.',
  fix: 'Spread the due dates.',
  bad: tasksDue('12', '12', '12', '12', '12'),
  good: tasksDue('10', '11', '12', '12', '12'),
  options: { count: 5 },
  check(plan, report, options) {
    const dueOn = new Map<Worker, Map<string, Task[]>>()
    for (const task of openTasks(plan)) {
      const end = schedule(plan).of(task)?.end
      if (end === undefined) continue
      for (const person of effortOf(plan, task).assignees) {
        const days = dueOn.get(person)
        const tasks = days?.get(end)
        if (tasks) tasks.push(task)
        else if (days) days.set(end, [task])
        else dueOn.set(person, new Map([[end, [task]]]))
      }
    }
    for (const person of everyWorker(plan)) {
      const full = [...(dueOn.get(person) ?? [])].filter(([, tasks]) => tasks.length >= options.count)
      for (const [date, tasks] of full.sort(([a], [b]) => (a < b ? -1 : 1))) {
        report(
          person,
          t('{person} has {count} tasks due on {date}. Spread them.', { person: personName(person), count: tasks.length, date }),
          {
            other: date,
            related: tasks.map((task) => ({
              place: (task.due ?? task).place,
              message: t('`{task}` is due on {date}.', { task: task.name, date }),
            })),
          },
        )
      }
    }
  },
})
