import { t } from '@vscode/l10n'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { nextReview } from '../../plan/model/review-due.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

function agreement(reviewed: string): string {
  return `strategy email_churn_q1 "How we work with mail" {
  period     2027-01-04 .. 2027-04-09
  standing   reviewed every month
  reviewed   ${reviewed}
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`
}

export const reviewDue = rule({
  code: 'plan/review-due',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  summary: 'A standing plan is reviewed as often as it says.',
  why: 'What has no end grows old without anybody noticing, and people go on keeping promises that fit no more.',
  fix: 'Look through it, and note the day with `reviewed`.',
  bad: agreement('2027-01-04'),
  good: agreement('2027-02-01'),
  check(plan, report) {
    const { strategy, statusDate } = plan
    const next = strategy && nextReview(strategy, statusDate.date)
    if (!next || next.due >= statusDate.date) return
    const [cadence] = clausesOf(strategy, 'reviewed')
    report(
      cadence ?? strategy,
      t('`{name}` was last reviewed on {last}, and a review was due by {due}. Note the next one with `reviewed {today}`.', {
        name: strategy.name,
        last: next.last,
        due: next.due,
        today: statusDate.date,
      }),
      { about: strategy, fixes: [insertClauses(strategy, [`reviewed ${statusDate.date}`])] },
    )
  },
})
