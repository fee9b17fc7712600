import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { byName } from '../../plan/model/name-order.js'
import { levels, rule } from '../engine/rule.js'
import { addName } from '../fixes/add-name.js'
import { inTicks } from '../wording/wording.js'

export const affectedNotConsulted = rule({
  code: 'coverage/affected-not-consulted',
  levels: levels('-', 'I', 'I'),
  summary: 'Whoever a task affects takes part in it.',
  why: 'Those whose work changes know what will go wrong, and are more likely to carry what they have shaped.',
  fix: 'Add the group, or one of its people, to `consults`, `informs` or `@`.',
  bad: `[ ] task build_format "Build the new email format" for keepable_mail {
  @ben 20h
  @dana 20h
  start    2027-02-16
  due      2027-03-05
  after    audit_workflows
  requires email
  expects  email_churn down by 0.08pp
  affects  marketers
  using    hubrunner
}`,
  good: `[ ] task build_format "Build the new email format" for keepable_mail {
  @ben 20h
  @dana 20h
  start    2027-02-16
  due      2027-03-05
  after    audit_workflows
  requires email
  expects  email_churn down by 0.08pp
  affects  marketers
  informs  marketers
  using    hubrunner
}`,
  inBrief: (count) => t('{count} stakeholders are affected by work in which they take no part yet', { count }),
  check(plan, report) {
    const { stakeholders, uncertainTasks } = coverage(plan)
    for (const row of stakeholders) {
      if (row.isExempt) continue
      const involved = new Set(row.takesPartIn.map((one) => one.element))
      const without = row.affectedBy.filter((one) => !involved.has(one.element) && !uncertainTasks.has(one.element.name))
      if (without.length === 0) continue
      const { name } = row.stakeholder
      const tasks = byName(without.map((one) => one.element))
      const changes = tasks.flatMap((task) => addName(task, 'consults', task.consults, name))
      report(
        row.stakeholder,
        message(
          name,
          tasks.map((task) => task.name),
        ),
        {
          related: without.map((one) => ({ place: one.place, message: t('`{task}` affects them.', { task: one.element.name }) })),
          fixes: changes.length > 0 ? [{ title: t('Add `consults {name}`', { name }), changes, isSafe: false }] : [],
        },
      )
    }
  },
})

function message(name: string, tasks: readonly string[]): string {
  const values = { name, tasks: inTicks(tasks, 3) }
  return tasks.length === 1
    ? t('{tasks} changes the work of `{name}`, and none of them takes part. Add `consults {name}`.', values)
    : t('{tasks} change the work of `{name}`, and none of them takes part. Add `consults {name}`.', values)
}
