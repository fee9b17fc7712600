import { t } from '@vscode/l10n'
import type { PlanElement, Task } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { crowdBehind, mostSharers } from '../../plan/people/people.js'
import { levels, rule } from '../engine/rule.js'

/** A team of so many people and a task of theirs. */
function teamOf(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `helper_${index + 1}`)
  const people = names.map((name, index) => `person ${name} "Helper ${index + 1}" works 8h per week skills testing`)
  return `${people.join('\n')}
team helpers "Helpers" members ${names.join(', ')} owner ben
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @helpers 20h owner ben start 2027-03-08 due 2027-03-12 after build_format`
}

export const groupTooLarge = rule({
  code: 'schedule/group-too-large',
  levels: levels('I', 'W', 'W', { closed: '-' }),
  summary: `A task is given to no more than ${mostSharers} people behind one name.`,
  why: 'The hours of a task are shared among the people of a group. Of a crowd nobody knows who does it, so the hours are in nobody’s week.',
  fix: 'Assign the people who do it, or a smaller team.',
  bad: teamOf(mostSharers + 1),
  good: teamOf(mostSharers),
  check(plan, report) {
    const tasksOf = new Map<PlanElement, { readonly people: number; readonly tasks: Task[] }>()
    for (const task of plan.all('task')) {
      if (!isActive(task)) continue
      for (const { actor } of task.assignments) {
        const crowd = crowdBehind(plan, actor)
        if (!crowd) continue
        const known = tasksOf.get(crowd.group)
        if (known) known.tasks.push(task)
        else tasksOf.set(crowd.group, { people: crowd.people, tasks: [task] })
      }
    }
    for (const [group, { people, tasks }] of tasksOf) {
      const [first] = tasks
      if (!first) continue
      const words = { group: group.name, people, most: mostSharers, task: first.name, count: tasks.length }
      report(
        group,
        tasks.length === 1
          ? t(
              '`{group}` has {people} people, and the hours of `{task}` can be shared among {most} at most, so they are in nobody’s week. Assign the people who do it, or a smaller team.',
              words,
            )
          : t(
              '`{group}` has {people} people, and the hours of its {count} tasks can be shared among {most} at most, so they are in nobody’s week. Assign the people who do them, or smaller teams.',
              words,
            ),
        {
          related: tasks.map((task) => ({
            place: task.place,
            message: t('`{task}` is given to `{group}`.', { task: task.name, group: group.name }),
          })),
        },
      )
    }
  },
})
