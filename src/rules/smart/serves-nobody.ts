import { t } from '@vscode/l10n'
import type { Goal, Objective } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { suggestedStakeholder } from '../../plan/goals/suggestions.js'
import { clausesOf, isGiven } from '../../plan/model/given-clauses.js'
import { stretch } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { insertClauses, replaceBy } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const servesNobody = rule({
  code: 'smart/serves-nobody',
  levels: levels('W', 'E', 'E'),
  summary: 'A goal serves somebody.',
  why: 'A goal that no stakeholder benefits from is work for its own sake, and nobody will defend its budget.',
  fix: 'Say who benefits with `relevant to`.',
  bad: `${exampleSecondGoal({ relevant: 'relevant   because "A report as spam is a lost reader"' })}\n${exampleTask()}`,
  good: `${exampleSecondGoal({ relevant: 'relevant   to customers, marketers because "A report as spam is a lost reader"' })}\n${exampleTask()}`,
  inBrief: (count) => t('{count} goals serve nobody yet', { count }),
  check(plan, report) {
    const stakeholder = suggestedStakeholder(plan)
    for (const { goal } of livingGoals(plan)) {
      if (goal.relevantTo.length > 0 || clausesOf(goal, 'relevant').some((clause) => !clause.readable)) continue
      if (plan.findAll(goal.supports, 'objective').some(isWanted)) continue
      report(
        goal,
        t('`{goal}` serves nobody yet. Say who benefits: `relevant to {example} because "…"`.', {
          goal: goal.name,
          example: stakeholder ?? 'customers',
        }),
        { fixes: stakeholder ? [serving(goal, stakeholder)] : [] },
      )
    }
  },
})

/** An objective that somebody answers for, or that says whom it serves, says so for the goals that support it. */
function isWanted(objective: Objective): boolean {
  return isGiven(objective, 'owner') || isGiven(objective, 'relevant')
}

function serving(goal: Goal, stakeholder: string): Fix {
  const [clause] = clausesOf(goal, 'relevant')
  if (!clause || !goal.because || goal.because.place.end > clause.place.end) return insertClauses(goal, [`relevant to ${stakeholder}`])
  const head = { place: stretch([clause.place, 'start'], [goal.because.place, 'start']) }
  return replaceBy(head, `relevant to ${stakeholder} because `, t('Add `{clause}`', { clause: `to ${stakeholder}` }))
}
