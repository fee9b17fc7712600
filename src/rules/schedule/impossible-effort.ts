import { t } from '@vscode/l10n'
import { workersBehind } from '../../plan/people/people.js'
import { dateOf } from '../../plan/quantity/days.js'
import { impossibleShares, judgedDays } from '../../plan/schedule/strained-work.js'
import { elementRule, levels } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'
import { inHours, moveDate } from './schedule.js'

export const impossibleEffort = elementRule({
  code: 'schedule/impossible-effort',
  levels: levels('W', 'E', 'E'),
  summary: 'A person’s hours in a task fit into the time of the task.',
  why: 'Even without any other work the person has fewer hours than the task asks for, so it will be late.',
  fix: 'Give the task more days or more people, or cut its hours.',
  bad: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @ben 30h start 2027-03-08 due 2027-03-12 after build_format',
  good: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @ben 20h start 2027-03-08 due 2027-03-12 after build_format',
  kinds: ['task'],
  checkEach(plan, task, report) {
    const days = judgedDays(plan, task)
    if (!days) return
    for (const { person, hours, capacity, enoughOn } of impossibleShares(plan, task)) {
      const assignment = task.assignments.find((one) => workersBehind(plan, one.actor).includes(person))
      report(
        assignment?.hours ?? task.effort ?? assignment ?? task,
        t(
          '{person} has {hours} in `{task}` from {start} to {end} and can work {capacity} in that time, even without other tasks. Give it more days or more people.',
          {
            person: personName(person),
            hours: inHours(hours),
            task: task.name,
            start: dateOf(days.from),
            end: dateOf(days.to),
            capacity: inHours(capacity),
          },
        ),
        { about: task, other: person.name, fixes: task.due && enoughOn !== undefined ? [moveDate('due', task.due, enoughOn)] : [] },
      )
    }
  },
})
