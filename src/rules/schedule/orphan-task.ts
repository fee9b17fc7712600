import { t } from '@vscode/l10n'
import { stepKinds, type Task } from '../../plan/elements/elements.js'
import { activeTasks } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'

export const orphanTask = rule({
  code: 'schedule/orphan-task',
  levels: levels('I', 'W', 'W'),
  summary: 'Every task is connected to the plan: by a goal, an `after` or a person.',
  why: 'A task that nothing and nobody holds is forgotten, or was never meant.',
  fix: 'Connect it, or remove it.',
  bad: '[ ] task check_footer "Check the footer" owner ben start 2027-03-08 due 2027-03-12',
  good: '[ ] task check_footer "Check the footer" for keepable_mail expects email_churn down @ben 2h start 2027-03-08 due 2027-03-12',
  check(plan, report) {
    const unlinked = activeTasks(plan).filter((task) => !task.housekeeping && !isLinked(task))
    if (unlinked.length === 0) return
    const waitedFor = new Set(stepKinds.flatMap((kind) => plan.all(kind)).flatMap((step) => step.after.map((ref) => ref.name)))
    for (const task of unlinked) {
      if (waitedFor.has(task.name) || (task.phase !== undefined && waitedFor.has(task.phase))) continue
      report(task, t('`{task}` belongs to no goal, waits for nothing and has nobody. Connect it, or remove it.', { task: task.name }))
    }
  },
})

/** True for a task that says itself what it belongs to. */
function isLinked(task: Task): boolean {
  return task.for.length > 0 || task.after.length > 0 || isGiven(task, 'for') || isGiven(task, 'after') || isGiven(task, '@')
}
