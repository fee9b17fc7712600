import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { effortOf } from '../../plan/people/effort.js'
import { levels, rule } from '../engine/rule.js'
import { openTasks } from './schedule.js'

const untimed = ['test_format', 'train_team', 'tell_team']
  .map(
    (name) =>
      `[ ] task ${name} "Prepare the launch" for keepable_mail expects email_churn down @ben start 2027-03-08 due 2027-03-12 after build_format`,
  )
  .join('\n')

export const effortMostlyMissing = rule({
  code: 'schedule/effort-mostly-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'Most open tasks have an effort.',
  why: 'Tasks without hours add nothing to the load, so the weeks look lighter than they are.',
  fix: 'Add hours to the larger tasks.',
  bad: untimed,
  good: untimed.replaceAll('@ben', '@ben 2h'),
  check(plan, report) {
    const open = openTasks(plan)
    const missing = open.filter(
      (task) => !effortOf(plan, task).total && !isGiven(task, 'effort') && task.clauses.every((clause) => clause.readable),
    )
    if (!plan.strategy || missing.length * 2 <= open.length) return
    report(
      plan.strategy,
      open.length === 1
        ? t('The only open task has no effort, so the load shown is a lower bound. Add hours.')
        : t('{count} of {all} open tasks have no effort, so the load shown is a lower bound. Add hours to the larger ones.', {
            count: missing.length,
            all: open.length,
          }),
      { related: missing.map((task) => ({ place: task.place, message: t('`{task}` has no effort.', { task: task.name }) })) },
    )
  },
})
