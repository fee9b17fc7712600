import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** A campaign of two months with its sends. */
export const campaign: PlanTemplate = {
  title: () => t('A campaign'),
  summary: () => t('a campaign of two months: sends, a segment, one number'),
  months: 2,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'People who know us book a first talk.')}

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder prospects "Prospects" {
  kind     customer
  needs    "An answer to one question, without a sales talk"
  power    low
  interest high
  contact  ${owner}
}
tool    mail_tool "Mail tool" kind automation owner ${owner} keep
segment interested "Interested readers" rule "Clicked in the last three months" from mail_tool owner ${owner}

// ── By which numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

source  mail_data "Mail tool" from mail_tool every month owner ${owner}
measure delivered "Mails delivered" in mails per month sum from mail_data
measure bookings "Mails that led to a booking" in mails per month sum part of delivered from mail_data
metric  booking_rate "Booking rate" in % per month higher is better bounds 0% .. 100% observe every month owner ${owner}
  = bookings / delivered else none

// ── What shall be reached ────────────────────────────────────────────────────────────────────────────────────────────

goal more_bookings "More first talks are booked" {
  specific   "First talks that a campaign mail led to" scope interested
  measurable booking_rate increase from 0.40% (80 of 20_000) in ${monthBefore} to at least 0.60% in ${lastMonth}
  achievable "The last campaign reached 0.58%"
  relevant   to prospects because "They want to know whether we fit before they talk to sales"
  timebound  ${period}
  owner      ${owner}
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

[ ] task write_mails "Write the two mails" for more_bookings @${owner} 24h start ${day(1)} due ${day(10)} expects booking_rate up by 0.1pp
[ ] task booking_page "Build the page for bookings" for more_bookings @${owner} 24h start ${day(14)} due ${day(22)} after write_mails affects prospects expects booking_rate up by 0.1pp
[ ] milestone campaign_ready "The campaign is ready" for more_bookings due ${day(26)} after booking_page owner ${owner}

channel  email "Email" owner ${owner}
campaign talks "First talks" via email for more_bookings period ${period} to prospects watch booking_rate owner ${owner} {
  send ${day(28)} "One question answered" to interested
  send ${day(42)} "How a first talk goes" to interested
}
communication invitation "An invitation to a first talk" to prospects {
  expect "A talk of twenty minutes with somebody who knows the subject"
  ask    "Book a time that suits you"
  on     ${day(28)}
  every  2 week
  via    email
  owner  ${owner}
}
report campaign_report "Campaign report" to prospects every month shows booking_rate owner ${owner} via email
`
  },
}
