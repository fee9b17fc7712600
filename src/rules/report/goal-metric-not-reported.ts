import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { NumberElement, Report } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { everyGoal, type GoalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'
import { inTicks } from '../wording/wording.js'
import { reportsByNumber } from './report.js'

export const goalMetricNotReported = rule({
  code: 'report/goal-metric-not-reported',
  levels: levels('-', 'I', 'W'),
  summary: "Every goal's number stands in a report.",
  why: 'A number that nobody is shown is not looked at until the deadline.',
  fix: 'Add the number to `shows` of a report that reaches the people whom the goal serves.',
  bad: 'report churn_report "Churn report" to leadership, marketers every month shows complaint_rate owner ben via email',
  good: 'report churn_report "Churn report" to leadership, marketers every month shows email_churn, complaint_rate owner ben via email',
  check(plan, report) {
    const shown = reportsByNumber(plan)
    for (const [number, uses] of measured(plan)) {
      if (shown.has(number.name)) continue
      const goals = [...new Set(uses.map(({ facts }) => facts.goal.name))].sort()
      report(
        number,
        t('`{number}` is the target of {goals}, and no report shows it. Add it to a report.', {
          number: number.name,
          goals: inTicks(goals, 3),
        }),
        {
          related: uses.map(({ facts, place }) => ({ place, message: t('The target of `{goal}`', { goal: facts.goal.name }) })),
          fixes: fixesFor(
            plan,
            number,
            uses.map(({ facts }) => facts),
          ),
        },
      )
    }
  },
})

interface Use {
  readonly facts: GoalFacts
  readonly place: Place
}

function measured(plan: Plan): ReadonlyMap<NumberElement, readonly Use[]> {
  const uses = new Map<NumberElement, Use[]>()
  for (const facts of everyGoal(plan)) {
    if (facts.isDropped) continue
    for (const { number, aim } of facts.aims) {
      if (!number) continue
      const known = uses.get(number)
      const use = { facts, place: aim.number.place }
      if (known) known.push(use)
      else uses.set(number, [use])
    }
  }
  return uses
}

function fixesFor(plan: Plan, number: NumberElement, goals: readonly GoalFacts[]): readonly Fix[] {
  const served = new Set(goals.flatMap((facts) => facts.serves.map((stakeholder) => stakeholder.name)))
  const reports = plan.all('report')
  const reachesThem = (report: Report) =>
    report.to.some((ref) =>
      coverage(plan)
        .stakeholdersBehind(ref)
        .some((name) => served.has(name)),
    )
  const target = reports.find(reachesThem) ?? reports[0]
  if (!target) return []
  const title = t('Show `{number}` in `{report}`', { number: number.name, report: target.name })
  const last = target.shows.at(-1)
  return [last ? appendTo(last, `, ${number.name}`, title) : insertClauses(target, [`shows ${number.name}`], title)]
}
