import { t } from '@vscode/l10n'
import type { Strategy } from '../../plan/elements/elements.js'
import { suggestedMeasurable, suggestedStakeholder } from '../../plan/goals/suggestions.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement } from '../fixes/fixes.js'

export const goalMissing = rule({
  code: 'plan/goal-missing',
  levels: levels('W', 'E', 'E'),
  summary: 'A plan has a goal, unless it is `standing`.',
  why: 'Without a goal nothing says what the work is for, and nobody can tell whether it helped.',
  fix: 'Add a `goal` with its five letters: specific, measurable, achievable, relevant, timebound.',
  bad: {
    text: `strategy small "A small plan" {
  period 2027-01-04 .. 2027-04-09
  stage  draft
  asof   2027-02-12
  owner  summer
}
person summer "Summer Hale" works 16h per week`,
    isWhole: true,
  },
  good: 'channel web "Website" owner ben',
  check(plan, report) {
    const { strategy } = plan
    if (!strategy || strategy.standing || plan.all('goal').some((goal) => goal.outcome?.outcome !== 'dropped')) return
    report(strategy, t('`{name}` has no goal yet, so nothing says what the work is for. Add a `goal`.', { name: strategy.name }), {
      fixes: [insertElement(strategy, newGoal(plan, strategy), t('Add a goal with its five letters'))],
    })
  },
})

function newGoal(plan: Plan, strategy: Strategy): string {
  const measurable = suggestedMeasurable(plan)
  const stakeholder = suggestedStakeholder(plan)
  const owner = defaultPerson(plan)
  const lines = [
    `goal ${freeName(plan, 'first_goal')} "${t('What is reached when the plan has worked')}" {`,
    `  specific   "${t('What belongs to it, and what does not')}"`,
    ...(measurable === undefined ? [] : [`  ${measurable}`]),
    `  achievable "${t('Why it can be done')}"`,
    `  relevant   ${stakeholder === undefined ? '' : `to ${stakeholder} `}because "${t('Why it matters')}"`,
    ...(strategy.period ? [`  timebound  ${strategy.period.start} .. ${strategy.period.end}`] : ['  timebound  within 3mo']),
    ...(owner === undefined ? [] : [`  owner      ${owner}`]),
    '}',
  ]
  return lines.join('\n')
}
