import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** A quarter of a team that sends email. */
export const quarter: PlanTemplate = {
  title: () => t('A quarter'),
  summary: () => t('a quarter of a team: one goal, its work, who is told'),
  months: 3,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'Readers stay on the list, because every mail has something for them.')}

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder readers "Readers" {
  kind     customer
  needs    "Fewer, better mails"
  power    low
  interest high
  contact  ${owner}
}

// ── By which numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

source  mail_platform "Mail platform" every month owner ${owner}
measure unsubscribed "Readers who unsubscribed" in contacts per month sum from mail_platform
measure recipients "Readers who got a mail" in contacts per month distinct from mail_platform
metric  leaving_readers "Readers who leave" in % per month lower is better bounds 0% .. 100% observe every month owner ${owner}
  = unsubscribed / recipients else none

// ── What shall be reached: five SMART letters, five clauses ──────────────────────────────────────────────────────────

goal fewer_leave "Fewer readers leave" {
  specific   "Newsletters; transactional mail is left out" scope readers
  measurable leaving_readers decrease from 0.80% (400 of 50_000) in ${monthBefore} to at most 0.60% in ${lastMonth}
  achievable "The last clean-up of the lists cut the rate by a quarter"
  relevant   to readers because "They ask for fewer, better mails"
  timebound  ${period}
  owner      ${owner}
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

[ ] task clean_lists "Clean the lists" for fewer_leave @${owner} 30h start ${day(7)} due ${day(21)} expects leaving_readers down by 0.1pp
[ ] task new_format "Build a format worth reading" for fewer_leave {
  @${owner} 40h
  start   ${day(24)}
  due     ${day(52)}
  after   clean_lists
  expects leaving_readers down by 0.1pp
  affects readers
  [ ] "Draft"
  [ ] "Test on three phones"
}
[ ] milestone format_live "The new format is live" for fewer_leave due ${day(56)} after new_format owner ${owner}

// ── Who is told ──────────────────────────────────────────────────────────────────────────────────────────────────────

channel newsletter "Newsletter" owner ${owner}
communication news "What changes in the newsletter" to readers {
  expect "Fewer mails, each with one clear offer"
  ask    "Tell us what you want to read" until ${day(28)} for new_format
  on     ${day(14)}
  every  month
  via    newsletter
  owner  ${owner}
}
report leaving_report "Who leaves the list" to readers every month shows leaving_readers owner ${owner} via newsletter
`
  },
}
