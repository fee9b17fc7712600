import { t } from '@vscode/l10n'
import { monthsPast } from '../../plan/quantity/days.js'
import { levels, rule } from '../engine/rule.js'

export const periodTooLong = rule({
  code: 'plan/period-too-long',
  levels: levels('I', 'I', 'I'),
  summary: 'A plan covers at most two years.',
  why: 'What lies years ahead is rarely known well enough to plan it, and a long plan is rarely kept current.',
  fix: 'Plan one year, and name the aims beyond it as objectives.',
  options: { months: 24 },
  bad: `strategy email_churn_q1 "Email churn, for some years" {
  period     2027-01-04 .. 2029-04-09
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  good: `strategy email_churn_q1 "Email churn, for a year" {
  period     2027-01-04 .. 2027-12-31
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  check(plan, report, { months }) {
    const period = plan.strategy?.period
    if (!plan.strategy || !period) return
    const count = monthsPast(period.start, period.end)
    if (count <= months) return
    report(period, t('The period covers {count} months. A plan that long is rarely kept current; consider one plan per year.', { count }), {
      about: plan.strategy,
    })
  },
})
