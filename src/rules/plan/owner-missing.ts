import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const ownerMissing = rule({
  code: 'plan/owner-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'A strategy has an owner and a supervisor.',
  why: 'Somebody has to answer for the whole plan, and somebody else should see that it is kept.',
  fix: 'Add `owner` with the person who answers for the plan, and `supervisor` with the one who watches over it.',
  bad: `strategy email_churn_q1 "Email churn, quarter one" {
  period     2027-01-04 .. 2027-04-09
  stage      running
  asof       2027-02-12
  supervisor summer
  currency   USD
}`,
  good: `strategy email_churn_q1 "Email churn, quarter one" {
  period     2027-01-04 .. 2027-04-09
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  check(plan, report) {
    const { strategy } = plan
    if (!strategy) return
    const { name } = strategy
    if (!isGiven(strategy, 'owner')) {
      const person = plan.all('person')[0]
      report(
        strategy,
        t('`{name}` has no owner. Somebody has to answer for the whole plan. Add `owner` with a person.', { name }),
        person ? { fixes: [insertClauses(strategy, [`owner ${person.name}`])] } : {},
      )
    } else if (!isGiven(strategy, 'supervisor')) {
      report(
        strategy,
        t('`{name}` has no supervisor. Somebody beside the owner should see that the plan is kept. Add `supervisor` with a person.', {
          name,
        }),
        { levels: levels('-', 'I', 'I') },
      )
    }
  },
})
