import { t } from '@vscode/l10n'
import { type Goal, type Step, stepKinds } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { servingSteps } from '../../plan/goals/serving-steps.js'
import { activeTasks, isActive } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const taskWithoutGoal = rule({
  code: 'coverage/task-without-goal',
  levels: levels('I', 'W', 'W'),
  yieldsTo: ['schedule/orphan-task'],
  summary: 'Every task serves a goal, or says that it keeps the house in order.',
  why: 'Work without a purpose in the plan takes the hours of work that has one.',
  fix: 'Add `for` with a goal, or `housekeeping` where the task serves none on purpose.',
  bad: `[ ] task tidy_folders "Tidy the folders" owner ben @ben 8h start 2027-03-08 due 2027-03-12`,
  good: `[ ] task tidy_folders "Tidy the folders" housekeeping owner ben @ben 8h start 2027-03-08 due 2027-03-12`,
  inBrief: (count) => t('{count} tasks serve no goal yet', { count }),
  check(plan, report) {
    const goal = plan.all('goal').find((one) => isActive(one) && !one.outcome)
    for (const task of activeTasks(plan)) {
      if (task.housekeeping || isGiven(task, 'for')) continue
      report(task, t('`{task}` serves no goal. Add `for`, or `housekeeping` if that is intended.', { task: task.name }), {
        fixes: [...forGoal(plan, task, goal), insertClauses(task, ['housekeeping'])],
      })
    }
    for (const milestone of plan.all('milestone').filter(isActive)) {
      if (isGiven(milestone, 'for') || servingSteps(plan).has(milestone.name)) continue
      report(
        milestone,
        t(
          '`{milestone}` serves no goal, and neither does anything that it waits for. Add `for`, or `after` with the work that leads to it.',
          {
            milestone: milestone.name,
          },
        ),
        { fixes: forGoal(plan, milestone, goal) },
      )
    }
  },
})

/** The goal of the step before this one, else the first that is open. */
function forGoal(plan: Plan, step: Step, firstOpen: Goal | undefined): readonly Fix[] {
  const before = plan.findAll(step.after, ...stepKinds).flatMap((one) => plan.findAll(one.for, 'goal'))
  const goal = before[0] ?? firstOpen
  return goal ? [insertClauses(step, [`for ${goal.name}`])] : []
}
