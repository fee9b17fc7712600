import { t } from '@vscode/l10n'
import { saysItsScope, suggestedScope } from '../../plan/goals/suggestions.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

// words that name no channel
const silent = { title: 'Send what people want to keep', specific: 'specific   "Marketing; transactions are left out"' }

export const scopeMissing = rule({
  code: 'smart/scope-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'A goal names the channel, campaign or group that it is meant for.',
  why: 'A goal without a scope covers everything, and what covers everything is nobody’s work.',
  fix: 'Add `scope` with a channel, campaign, segment, journey stage, tool or stakeholder.',
  bad: `channel web "Website" owner ben\n${exampleGoal({ ...silent, scope: '' })}`,
  good: `channel web "Website" owner ben\n${exampleGoal(silent)}`,
  inBrief: (count) => t('{count} goals have no scope yet', { count }),
  check(plan, report) {
    if (plan.all('channel').length < 2 && plan.all('campaign').length < 2) return
    for (const { goal, campaigns } of livingGoals(plan)) {
      if (isGiven(goal, 'scope') || campaigns.length > 0 || saysItsScope(plan, goal)) continue
      const scope = suggestedScope(plan, goal)
      const parts = { goal: goal.name, scope: scope ?? '' }
      report(
        goal,
        scope
          ? t(
              '`{goal}` names no channel, campaign or segment, so it covers everything. Add `scope {scope}` or whatever it is meant for.',
              parts,
            )
          : t('`{goal}` names no channel, campaign or segment, so it covers everything. Add `scope` with what it is meant for.', parts),
        { fixes: scope ? [insertClauses(goal, [`scope ${scope}`])] : [] },
      )
    }
  },
})
