import { t } from '@vscode/l10n'
import { isGivenAbove } from '../../plan/goals/inherited.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const ownerMissing = rule({
  code: 'smart/owner-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'A goal has an owner, of its own or that of the objective around it.',
  why: 'What belongs to all is looked after by none. One person answers for a goal.',
  fix: 'Add `owner` with the person who answers for the result.',
  bad: exampleGoal({ owner: '' }),
  good: exampleGoal({ owner: 'owner      ben' }),
  inBrief: (count) => t('{count} goals have no owner yet', { count }),
  check(plan, report) {
    const person = defaultPerson(plan)
    for (const { goal } of livingGoals(plan)) {
      if (isGiven(goal, 'owner') || isGivenAbove(plan, goal, 'owner')) continue
      report(goal, t('`{goal}` has no owner. A goal needs one person who answers for it. Add `owner`.', { goal: goal.name }), {
        fixes: person ? [insertClauses(goal, [`owner ${person}`])] : [],
      })
    }
  },
})
