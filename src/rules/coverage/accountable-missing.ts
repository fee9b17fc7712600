import { t } from '@vscode/l10n'
import type { Decision, Task } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { assigneesOf } from '../../plan/people/people.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const accountableMissing = elementRule({
  code: 'coverage/accountable-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'Somebody is accountable for every task that people work on, and takes every decision.',
  why: 'With several people on a task and nobody who answers for it, each can wait for the others.',
  fix: 'Add `owner` to the task, or to the goal that it serves.',
  bad: `[ ] task tidy_folders "Tidy the folders" housekeeping @ben 8h start 2027-03-08 due 2027-03-12`,
  good: `[ ] task tidy_folders "Tidy the folders" housekeeping owner ben @ben 8h start 2027-03-08 due 2027-03-12`,
  inBrief: (count) => t('Nobody is accountable for {count} tasks yet', { count }),
  kinds: ['task', 'decision'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    if (task.kind === 'decision') {
      judgeDecision(plan, task, report)
      return
    }
    const isPeopled = ['@', 'consults', 'informs'].some((keyword) => isGiven(task, keyword))
    if (!isPeopled || isGiven(task, 'owner') || mayInherit(plan, task)) return
    const person = assigneesOf(plan, task)[0]?.name ?? defaultPerson(plan)
    report(task, message(task), { fixes: person ? [insertClauses(task, [`owner ${person}`])] : [] })
  },
})

function judgeDecision(plan: Plan, decision: Decision, report: ReportFinding): void {
  if (decision.mark === 'done' || isGiven(decision, 'owner')) return
  const person = defaultPerson(plan)
  report(decision, t('Nobody is named who decides `{decision}`. Add `owner` with one person.', { decision: decision.name }), {
    fixes: person ? [insertClauses(decision, [`owner ${person}`])] : [],
  })
}

/** True when the first goal has an owner, is unknown, or is itself reported for lacking one. */
function mayInherit(plan: Plan, task: Task): boolean {
  const [first] = task.for
  if (!first) return isGiven(task, 'for')
  const goal = plan.find(first, 'goal')
  return !goal || isGiven(goal, 'owner') || isActive(goal)
}

function message(task: Task): string {
  return task.for.length === 0
    ? t('Nobody is accountable for `{task}`: it has no owner and no goal to take one from. Add `owner`.', { task: task.name })
    : t('Nobody is accountable for `{task}`: neither it nor its goal `{goal}` has an owner. Add `owner`.', {
        task: task.name,
        goal: task.for[0]?.name ?? '',
      })
}
