import { t } from '@vscode/l10n'
import type { Person, Task } from '../../plan/elements/elements.js'
import { activeTasks } from '../../plan/model/active.js'
import { accountableFor } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'

export const accountableBottleneck = rule({
  code: 'coverage/accountable-bottleneck',
  levels: levels('-', 'I', 'I'),
  summary: 'The tasks of a plan do not all hang on one person.',
  why: 'If one person answers for a large share of the work, it waits whenever they are away.',
  fix: 'Give some of the tasks an `owner` of their own.',
  bad: bottleneck('summer'),
  good: bottleneck('summer', 'dana', 'chidi', 'ben'),
  inBrief: (count) => t('{count} people are accountable for a large share of the tasks', { count }),
  check(plan, report) {
    if (plan.all('person').length < 3) return
    const tasks = activeTasks(plan)
    const tasksOf = new Map<Person, Task[]>()
    for (const task of tasks) {
      const person = accountableFor(plan, task)
      if (person?.kind !== 'person') continue
      const list = tasksOf.get(person)
      if (list) list.push(task)
      else tasksOf.set(person, [task])
    }
    for (const person of plan.all('person')) {
      const own = tasksOf.get(person) ?? []
      if (own.length <= 5 || own.length * 10 <= tasks.length * 3) continue
      report(
        person,
        t('{person} is accountable for {count} of {all} tasks. Without them much of the plan waits. Share it.', {
          person: personName(person),
          count: own.length,
          all: tasks.length,
        }),
        { related: own.map((task) => ({ place: task.place, message: t('`{task}` is one of them.', { task: task.name }) })) },
      )
    }
  },
})

/** Seven small tasks of the example, shared among the owners in turn. */
function bottleneck(...owners: readonly string[]): string {
  return ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
    .map(
      (word, index) =>
        `[ ] task tidy_${word} "Tidy folder ${word}" housekeeping owner ${owners[index % owners.length]} @chidi 1h start 2027-03-0${(index % 5) + 1} due 2027-03-${String((index % 5) + 8).padStart(2, '0')}`,
    )
    .join('\n')
}
