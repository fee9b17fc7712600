import { t } from '@vscode/l10n'
import type { Task } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { accountableFor, isUnfilled } from '../../plan/people/answering.js'
import { areAssigneesKnown, workersBehind } from '../../plan/people/people.js'
import { elementRule, levels } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const unassigned = elementRule({
  code: 'schedule/unassigned',
  levels: levels('I', 'W', 'E', { closed: '-' }),
  yieldsTo: ['schedule/orphan-task'],
  summary: 'Somebody works on every task.',
  why: 'Work without a name on it is done by nobody, and its hours are in nobody’s week.',
  fix: 'Assign a person with `@`, or give the team members.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down start 2027-03-08 due 2027-03-12 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format',
  inBrief: (count) => t('Nobody works on {count} tasks yet', { count }),
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    if (!isGiven(task, '@')) {
      report(task, t('Nobody works on `{task}`. Assign a person with `@`.', { task: task.name }), { fixes: assign(plan, task) })
      return
    }
    const [first] = task.assignments
    const actor = first && plan.find(first.actor, 'role', 'team')
    if (
      !first ||
      !actor ||
      isUnfilled(plan, actor) ||
      !areAssigneesKnown(plan, task) ||
      task.assignments.some((one) => isSomebody(plan, one.actor))
    )
      return
    report(
      first,
      t('Nobody works on `{task}`: the team `{actor}` has no members. Assign a person, or give the team members.', {
        task: task.name,
        actor: actor.name,
      }),
      { about: task, fixes: assign(plan, task) },
    )
  },
})

function isSomebody(plan: Plan, actor: Task['assignments'][number]['actor']): boolean {
  return plan.find(actor, 'role', 'team') === undefined || workersBehind(plan, actor).length > 0
}

/** The one who answers for the task, else the strategy's owner. */
function assign(plan: Plan, task: Task) {
  const accountable = accountableFor(plan, task)
  const person = accountable?.kind === 'person' ? accountable.name : defaultPerson(plan)
  return person === undefined ? [] : [insertClauses(task, [`@${person}`])]
}
