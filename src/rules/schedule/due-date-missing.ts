import { t } from '@vscode/l10n'
import { type Step, waitedKinds } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import { activeSteps, isOpen } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { areAssigneesKnown } from '../../plan/people/people.js'
import { lastWorkingDayUpTo } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const dueDateMissing = rule({
  code: 'schedule/due-date-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'Every open task has a due date, or one can be computed.',
  why: 'Without a date nobody can tell whether the work is late, and its hours are in no week.',
  fix: 'Add `due`, or what it takes to compute it: hours or `takes`, and `start` or `after`.',
  bad: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @dana after build_format',
  good: '[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @dana 8h after build_format',
  inBrief: (count) => t('{count} tasks have no due date yet', { count }),
  check(plan, report) {
    for (const step of activeSteps(plan)) {
      const dates = schedule(plan).of(step)
      if (!isOpen(step) || !dates || dates.isStuck || dates.end !== undefined || isGiven(step, 'due')) continue
      const reason = whyNone(plan, step, dates.isLengthKnown)
      if (reason === undefined) continue
      const date = suggestion(plan, step, dates.ef)
      report(
        step,
        t('`{step}` has no due date, and none can be computed because {reason}. Add {missing}.', { step: step.name, ...reason }),
        { fixes: date === undefined ? [] : [insertClauses(step, [`due ${date}`])] },
      )
    }
  },
})

/** Undefined where something unknown keeps the answer open. */
function whyNone(plan: Plan, step: Step, isLengthKnown: boolean): { reason: string; missing: string } | undefined {
  if (step.kind === 'task' && !isLengthKnown) {
    if (isGiven(step, 'takes') || !areAssigneesKnown(plan, step)) return undefined
    const hasHours = isGiven(step, 'effort') || step.assignments.some((assignment) => assignment.hours)
    if (!hasHours) return { reason: t('it has no effort'), missing: t('`due` or hours') }
    return { reason: t('nobody is known to work on it'), missing: t('`due`, or people with hours') }
  }
  if (isGiven(step, 'start')) return undefined
  if (!isGiven(step, 'after'))
    return {
      reason: step.kind === 'task' ? t('it has neither a start nor an `after`') : t('it waits for nothing'),
      missing: t('`due` or `after`'),
    }
  if (step.after.some((ref) => !plan.find(ref, ...waitedKinds))) return undefined
  return { reason: t('nothing that it waits for has a date'), missing: step.kind === 'task' ? t('`due` or `start`') : t('`due`') }
}

/** The earliest possible end, else the deadline of a goal, else the end of the plan. */
function suggestion(plan: Plan, step: Step, earliest: PlainDate | undefined): PlainDate | undefined {
  const deadlines = plan.findAll(step.for, 'goal').flatMap((goal) => goalFacts(plan).get(goal.name)?.deadline ?? [])
  const last = deadlines.sort()[0] ?? plan.strategy?.period?.end
  if (last === undefined) return earliest
  const day = lastWorkingDayUpTo(plan.calendar, last)
  return earliest !== undefined && earliest > day ? earliest : day
}
