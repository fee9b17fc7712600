import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** The smallest plan that has everything. */
export const small: PlanTemplate = {
  title: () => t('Small plan'),
  summary: () => t('complete and small: two people, one number, one SMART goal, two tasks, one communication'),
  months: 3,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'More readers click, because every mail has one clear offer.')}
person jonas "Jonas Weber" works 16h per week

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder customers "Customers" {
  kind     customer
  needs    "Mails worth opening"
  power    low
  interest high
  contact  jonas
}

// ── What is counted ──────────────────────────────────────────────────────────────────────────────────────────────────

source mails "Mail platform" every month owner jonas
measure unique_clicks "Readers who clicked" in contacts per month distinct from mails
measure delivered "Readers reached" in contacts per month distinct from mails
metric click_rate "Click rate" in % per month higher is better observe every month
  = unique_clicks / delivered else none

// ── What shall be reached ────────────────────────────────────────────────────────────────────────────────────────────

goal more_clicks "More readers click" {
  specific   "Newsletters only; transactional mail is left out" scope customers
  measurable click_rate increase from 2.0% (800 of 40_000) in ${monthBefore} to at least 2.5% in ${lastMonth}
  achievable "Two issues of last autumn reached 2.6%"
  relevant   to customers because "They find what they look for"
  timebound  ${period}
  owner      ${owner}
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

[ ] task choose_offers "Choose one offer per issue" for more_clicks @${owner} 12h start ${day(7)} due ${day(18)}
[ ] task build_template "Build a template with one button" for more_clicks {
  @jonas 24h
  start   ${day(21)}
  due     ${day(39)}
  after   choose_offers
  expects click_rate up by 0.5pp
  affects customers
  [ ] "Draft"
  [ ] "Test on three phones"
}

// ── Who is told ──────────────────────────────────────────────────────────────────────────────────────────────────────

channel newsletter "Newsletter" owner jonas
communication news "What changes in the newsletter" to customers {
  expect "One clear offer in every issue"
  ask    "Tell us what you want to read" until ${day(53)} for build_template
  on     ${day(21)}
  every  month
  via    newsletter
  owner  jonas
}
`
  },
}
