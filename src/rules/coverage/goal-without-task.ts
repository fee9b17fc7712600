import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { type GoalFacts, goalFacts } from '../../plan/goals/goals.js'
import { activeGoals, activeTasks } from '../../plan/model/active.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { isCertain } from '../../plan/model/readable-clauses.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement } from '../fixes/fixes.js'
import { lastOf } from '../fixes/new-element.js'

export const goalWithoutTask = rule({
  code: 'coverage/goal-without-task',
  levels: levels('I', 'W', 'E'),
  summary: 'Every goal has work that leads to it.',
  why: 'A target changes no number; only what people do does.',
  fix: 'Add a task with `for` and the name of the goal.',
  bad: `goal fewer_complaints "Fewer complaints about our mail" {
  scope      email
  measurable complaint_rate decrease from 0.09% in 2026-12 to at most 0.06% in 2027-03
  achievable "Both mailbox providers offer a feedback loop"
  relevant   to customers, marketers because "Complaints cost us the inbox"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
}`,
  good: `goal fewer_complaints "Fewer complaints about our mail" {
  scope      email
  measurable complaint_rate decrease from 0.09% in 2026-12 to at most 0.06% in 2027-03
  achievable "Both mailbox providers offer a feedback loop"
  relevant   to customers, marketers because "Complaints cost us the inbox"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
}
[ ] task feedback_loop "Join the feedback loops" for fewer_complaints @ben 8h start 2027-03-08 due 2027-03-12 expects complaint_rate down`,
  inBrief: (count) => t('{count} goals have no task yet', { count }),
  check(plan, report) {
    const idle = activeGoals(plan).filter((goal) => !isWorkedOn(goalFacts(plan).get(goal.name)))
    if (idle.length === 0 || !activeTasks(plan).every((task) => isCertain(plan, task, 'for', task.for, ['goal']))) return
    for (const goal of idle) {
      report(goal, t('`{goal}` has no task, so nothing will change by itself. Add a task `for {goal}`.', { goal: goal.name }), {
        fixes: newTask(plan, goal),
      })
    }
  },
})

function isWorkedOn(facts: GoalFacts | undefined): boolean {
  return facts !== undefined && !facts.isDropped && facts.tasks.length > 0
}

function newTask(plan: Plan, goal: Goal): readonly Fix[] {
  const after = lastOf(plan, 'task', 'goal')
  if (!after) return []
  const person = answeringPerson(plan, goal.owners)?.name ?? defaultPerson(plan)
  const text = `[ ] task ${freeName(plan, `work_for_${goal.name}`)} "First step" for ${goal.name}${person ? ` @${person}` : ''}`
  return [insertElement(after, text, t('Add a task for `{goal}`', { goal: goal.name }))]
}
