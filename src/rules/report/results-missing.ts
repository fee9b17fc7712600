import { t } from '@vscode/l10n'
import { everyGoal } from '../../plan/goals/goals.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, insertElement } from '../fixes/fixes.js'

const done = `[x] task build_format "Build the new email format" for keepable_mail {
  @ben 20h
  @dana 20h
  start    2027-02-16
  due      2027-03-05
  done     2027-03-05
  after    audit_workflows
  requires email
  expects  email_churn down by 0.08pp
  affects  marketers
  consults marketers
  using    hubrunner
}`
const review = 'review closing "What we learned" on 2027-04-09 about keepable_mail lesson "Shorter subject lines keep readers" owner ben'
const goal = `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
  outcome    missed on 2027-04-02
}`

export const resultsMissing = rule({
  code: 'report/results-missing',
  levels: levels('-', '-', '-', { closed: 'W' }),
  summary: 'A closed plan records what came of its goals and what was learned.',
  why: 'The next plan starts from the results of this one, and in three months nobody remembers them.',
  fix: 'Add `outcome` to each goal, and a `review` with a `lesson` about them.',
  bad: { text: `${done}\n${review}`, without: ['daily_mail'], stage: 'closed', today: '2027-04-12' },
  good: { text: `${done}\n${review}\n${goal}`, without: ['daily_mail'], stage: 'closed', today: '2027-04-12' },
  check(plan, report) {
    const { strategy } = plan
    const goals = everyGoal(plan)
    if (!strategy || plan.stage !== 'closed' || goals.length === 0) return
    for (const { goal, deadline } of goals) {
      if (isGiven(goal, 'outcome')) continue
      const on = deadline ?? strategy.period?.end
      const clause = (outcome: string) => `outcome ${outcome}${on === undefined ? '' : ` on ${on}`}`
      report(goal, t('The plan is closed, and `{name}` has no outcome. Record what happened.', { name: goal.name }), {
        fixes: [insertClauses(goal, [clause('met')]), insertClauses(goal, [clause('missed')])],
      })
    }
    if (isReviewed(plan)) return
    report(strategy, t('The plan is closed, and no review holds a lesson about its goals. Record what you would do again, and what not.'), {
      fixes: [insertElement(strategy, newReview(plan, strategy.period?.end), t('Add a review with a lesson'))],
    })
  },
})

function isReviewed(plan: Plan): boolean {
  return plan
    .all('review')
    .some((review) => isGiven(review, 'lesson') && review.about.some((ref) => plan.find(ref, 'goal', 'strategy') || !plan.isKnown(ref)))
}

function newReview(plan: Plan, end: string | undefined): string {
  const owner = defaultPerson(plan)
  const about = plan.all('goal').map((goal) => goal.name)
  return [
    `review ${freeName(plan, 'closing_review')} "${t('What we learned')}"`,
    ...(end === undefined ? [] : [`on ${end}`]),
    `about ${about.join(', ')}`,
    `lesson "${t('What we would do again')}"`,
    ...(owner === undefined ? [] : [`owner ${owner}`]),
  ].join(' ')
}
