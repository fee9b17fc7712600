import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { clausesOf, isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const reasonMissing = rule({
  code: 'smart/reason-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'A goal says why it matters.',
  why: 'When time gets short, only what has a reason is kept.',
  fix: 'Add `because`, or link the goal to a problem or an objective.',
  bad: `${exampleSecondGoal({ relevant: 'relevant   to leadership' })}\n${exampleTask()}`,
  good: `${exampleSecondGoal({ relevant: 'relevant   to leadership because "A report as spam is a lost reader"' })}\n${exampleTask()}`,
  inBrief: (count) => t('{count} goals do not say yet why they matter', { count }),
  check(plan, report) {
    for (const { goal, problems, serves } of livingGoals(plan)) {
      if (goal.because?.text.trim() || goal.supports.length > 0 || isGiven(goal, 'supports') || problems.length > 0) continue
      if (clausesOf(goal, 'relevant').some((clause) => !clause.readable) || serves.length < goal.relevantTo.length) continue
      if (serves.some((stakeholder) => isGiven(stakeholder, 'needs'))) continue
      report(goal, t('Nothing says why `{goal}` matters. Add `because`, or link it to a problem or an objective.', { goal: goal.name }), {
        fixes: goal.because ? [] : [because(goal)],
      })
    }
  },
})

function because(goal: Goal): Fix {
  const text = `because "${t('Why it matters')}"`
  const [clause] = clausesOf(goal, 'relevant')
  return clause ? appendTo(clause, ` ${text}`) : insertClauses(goal, [`relevant ${text}`])
}
