import { t } from '@vscode/l10n'
import { suggestedScope } from '../../plan/goals/suggestions.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const scopeMissing = rule({
  code: 'smart/scope-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'A goal names the channel, campaign or group that it is meant for.',
  why: 'A goal without a scope covers everything, and what covers everything is nobody’s work.',
  fix: 'Add `scope` with a channel, campaign, segment, journey stage, tool or stakeholder.',
  bad: exampleGoal({ scope: '' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} goals have no scope yet', { count }),
  check(plan, report) {
    const scope = suggestedScope(plan)
    for (const { goal, campaigns } of livingGoals(plan)) {
      if (isGiven(goal, 'scope') || campaigns.length > 0) continue
      report(
        goal,
        t('`{goal}` names no channel, campaign or segment, so it covers everything. Add `scope {example}` or whatever it is meant for.', {
          goal: goal.name,
          example: scope ?? 'email',
        }),
        { fixes: scope ? [insertClauses(goal, [`scope ${scope}`])] : [] },
      )
    }
  },
})
