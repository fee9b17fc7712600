import { t } from '@vscode/l10n'
import type { Task } from '../../plan/elements/elements.js'
import { activeTasks } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { openTasks } from './schedule.js'

/** Tasks of one hour behind the new format, the last `loose` of them behind nothing. */
function manyTasks(loose: number): string {
  const people = ['chidi', 'dana', 'summer', 'ben']
  return Array.from({ length: 22 }, (_, index) => {
    const [person, day] = [people[index % 4], String((index % 5) + 8).padStart(2, '0')]
    const task = `[ ] task part_${index + 1} "Prepare part ${index + 1}" for keepable_mail expects email_churn down owner ${person} @${person} 1h`
    return `${task} start 2027-03-${day} due 2027-03-${day}${index < 22 - loose ? ' after build_format' : ''}`
  }).join('\n')
}

export const looseTasks = rule({
  code: 'schedule/loose-tasks',
  levels: levels('-', 'I', 'I'),
  summary: 'In a plan of some size most tasks are linked by `after`.',
  why: 'Where hardly anything waits for anything, a delay shows nowhere else, although it is felt there.',
  fix: 'Add `after` where one task needs the result of another.',
  bad: manyTasks(3),
  good: manyTasks(0),
  options: { share: 5 },
  check(plan, report, options) {
    if (!plan.strategy || activeTasks(plan).length < 20) return
    const open = openTasks(plan)
    const isTooMany = (tasks: readonly Task[]) => tasks.length * 100 > open.length * options.share
    const waitingForNothing = open.filter((task) => task.after.length === 0 && !isGiven(task, 'after'))
    if (!isTooMany(waitingForNothing)) return
    const steps = [...activeTasks(plan), ...plan.all('milestone')]
    const waitedFor = new Set(steps.flatMap((step) => step.after.map((ref) => ref.name)))
    const loose = waitingForNothing.filter((task) => !waitedFor.has(task.name) && !(task.phase !== undefined && waitedFor.has(task.phase)))
    if (waitedFor.size === 0 || !isTooMany(loose)) return
    report(
      plan.strategy,
      t('{count} of {all} open tasks are linked to no other task. If they wait for something, add `after`.', {
        count: loose.length,
        all: open.length,
      }),
      { related: loose.map((task) => ({ place: task.place, message: t('`{task}` is linked to no other task.', { task: task.name }) })) },
    )
  },
})
