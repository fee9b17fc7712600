import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Goal, Stakeholder } from '../../plan/elements/elements.js'
import type { Change, Fix } from '../../plan/elements/finding.js'
import { isActive } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const stakeholderWithoutGoal = rule({
  code: 'coverage/stakeholder-without-goal',
  levels: levels('I', 'W', 'E'),
  summary: 'Every stakeholder is served by a goal.',
  why: 'A group that no goal is for gets nothing from the plan, and usually nobody notices before it is over.',
  fix: 'Add the stakeholder to the `relevant to` of a goal, or write `monitor because` with the reason why nothing is owed to them.',
  bad: `stakeholder partners "Partners" kind partner power low interest low contact ben needs "Early news"`,
  good: `stakeholder partners "Partners" kind partner monitor because "Their contract starts next year"`,
  inBrief: (count) => t('{count} stakeholders are served by no goal yet', { count }),
  check(plan, report) {
    const { stakeholders, isServiceCertain } = coverage(plan)
    if (!isServiceCertain) return
    const goal = plan.all('goal').find((one) => isActive(one) && !one.outcome)
    for (const row of stakeholders) {
      if (row.isExempt || row.goals.length > 0) continue
      report(
        row.stakeholder,
        t('No goal serves `{name}`. Add them to the `relevant to` of a goal, or write `monitor because` if nothing is owed to them.', {
          name: row.stakeholder.name,
        }),
        { fixes: [...(goal ? serveBy(goal, row.stakeholder) : []), monitor(row.stakeholder)] },
      )
    }
  },
})

function serveBy(goal: Goal, stakeholder: Stakeholder): readonly Fix[] {
  const last = goal.relevantTo.at(-1)
  if (!last && isGiven(goal, 'relevant')) return [] // the clause stands there with its reason only, and a second one would be a duplicate
  const change: Change = last
    ? { type: 'append', place: last.place, text: `, ${stakeholder.name}` }
    : { type: 'insert-clause', into: goal.extent, text: `relevant to ${stakeholder.name}` }
  return [{ title: t('Say that `{goal}` is for `{name}`', { goal: goal.name, name: stakeholder.name }), changes: [change], isSafe: false }]
}

function monitor(stakeholder: Stakeholder): Fix {
  return insertClauses(stakeholder, ['monitor because "Nothing is owed to them in this plan"'])
}
