import { t } from '@vscode/l10n'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { daysBetween } from '../../plan/quantity/days.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

const tolerance = 31

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

export const statusDateOutsidePeriod = rule({
  code: 'plan/status-date-outside-period',
  levels: levels('-', '-', 'I'),
  isDated: true,
  summary: 'A running plan is checked on a date of its period.',
  why: 'Far outside the period, everything looks late or not begun, and no message about it helps.',
  fix: 'Correct `asof`, or set the stage to `closed` when the plan is over.',
  bad: { text: `${done}\n${goal}`, without: ['daily_mail'], today: '2028-02-12' },
  good: { text: `${done}\n${goal}`, without: ['daily_mail'], today: '2027-05-03' },
  check(plan, report) {
    const { strategy, statusDate } = plan
    if (!strategy?.period || plan.stage !== 'running') return
    const { start, end } = strategy.period
    const [late, early] = [daysBetween(end, statusDate.date), daysBetween(statusDate.date, start)]
    const at = statusDate.origin === 'asof' ? (clausesOf(strategy, 'asof')[0] ?? strategy) : strategy
    if (late > tolerance) {
      const stage = clausesOf(strategy, 'stage')[0]
      report(
        at,
        t("The status date {date} lies {count} days after the plan's end {end}. Check `asof`, or set the stage to `closed`.", {
          date: statusDate.date,
          count: late,
          end,
        }),
        { about: strategy, fixes: stage ? [replaceBy(stage, 'stage closed', t('Set the stage to `closed`'))] : [] },
      )
    } else if (early > tolerance) {
      report(
        at,
        t("The status date {date} lies {count} days before the plan's start {start}. Check `asof`, or go back to the stage `approved`.", {
          date: statusDate.date,
          count: early,
          start,
        }),
        { about: strategy },
      )
    }
  },
})
