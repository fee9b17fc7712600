import { t } from '@vscode/l10n'
import type { GoalFacts } from '../../plan/goals/goals.js'
import { regularlyReported } from '../../plan/goals/reports.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { daysIn } from '../../plan/numbers/goal-time.js'
import { lastWorkingDayUpTo } from '../../plan/quantity/calendar.js'
import { addDays } from '../../plan/quantity/days.js'
import { add, divide } from '../../plan/quantity/exact.js'
import type { Window } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { hasLadder, livingGoals, writtenIn } from './smart.js'

function answersGoal(checkpoint: string): string {
  const text = exampleGoal(
    {
      title: 'Answer what marketers ask in time',
      measurable: 'measurable guideline_hit_rate increase from 80% in 2026-12 to at least 95% in 2027-03',
      timebound: 'timebound  2027-01-04 .. 2027-04-09',
      more: checkpoint,
    },
    'quick_answers',
  )
  return `report final_report "Final report" to leadership, marketers on 2027-04-09 shows guideline_hit_rate owner ben via email
${text}
[ ] task sort_questions "Sort the questions by what they need" for quick_answers @dana 6h start 2027-02-16 due 2027-03-03 after audit_workflows expects guideline_hit_rate up`
}

export const checkpointMissing = rule({
  code: 'smart/checkpoint-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'A long goal is looked at on the way.',
  why: 'What is first looked at on the last day cannot be corrected any more.',
  fix: 'Add a `checkpoint` with a date and a value, or a report that shows the number regularly.',
  bad: answersGoal(''),
  good: answersGoal('checkpoint 2027-02-26 at 88%'),
  inBrief: (count) => t('{count} long goals have no checkpoint', { count }),
  options: { weeks: 13 },
  check(plan, report, { weeks }) {
    for (const facts of livingGoals(plan)) {
      const { goal, horizon } = facts
      if (!horizon || daysIn(horizon) <= weeks * 7 || isGiven(goal, 'checkpoint') || hasLadder(goal)) continue
      const names = facts.goal.aims.map((aim) => aim.number.name)
      if (names.some((name) => regularlyReported(plan).has(name))) continue
      const clause = halfTime(plan, facts, horizon)
      report(
        goal,
        t('`{goal}` runs for {weeks} weeks without a checkpoint. Add `{clause}`, or a regular report that shows its number.', {
          goal: goal.name,
          weeks: Math.floor(daysIn(horizon) / 7),
          clause,
        }),
        { fixes: [insertClauses(goal, [clause])] },
      )
    }
  },
})

/** Half of the way at half time. */
function halfTime(plan: Plan, { aims }: GoalFacts, horizon: Window): string {
  const date = lastWorkingDayUpTo(plan.calendar, addDays(horizon.start, Math.floor(daysIn(horizon) / 2)))
  const aim = aims.find((candidate) => candidate.unit && candidate.neededChange !== undefined && candidate.baseline !== undefined)
  if (!aim?.unit || aim.neededChange === undefined || aim.baseline === undefined || aim.facts?.additivity === 'additive')
    return `checkpoint ${date}`
  return `checkpoint ${date} at ${writtenIn(aim.unit, add(aim.baseline, divide(aim.neededChange, '2') ?? '0'))}`
}
