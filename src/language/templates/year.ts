import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** A year of a department, in phases, with money. */
export const year: PlanTemplate = {
  title: () => t('A year'),
  summary: () => t('a year of a department: two goals in four phases, a budget, a risk'),
  months: 12,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'Sales gets more leads worth calling, and each costs less.')}

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder sales "Sales" {
  kind     employee
  needs    "Leads worth calling"
  power    high
  interest high
  contact  ${owner}
}

// ── By which numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

source  crm_data "Customer database" every month owner ${owner}
measure qualified_leads "Qualified leads" in leads per month sum from crm_data
measure accepted_leads "Leads that sales takes over" in leads per month sum part of qualified_leads from crm_data
metric  acceptance "Share of leads that sales takes over" in % per month higher is better bounds 0% .. 100% observe every month owner ${owner}
  = accepted_leads / qualified_leads else none

// ── What shall be reached ────────────────────────────────────────────────────────────────────────────────────────────

goal better_leads "Sales takes over more of the leads" {
  specific   "Leads of all channels, new customers only" scope sales
  measurable acceptance increase from 12.0% (54 of 450) in ${monthBefore} to at least 18.0% in ${lastMonth}
  achievable "The best month of last year reached 17%"
  relevant   to sales because "Nine of ten leads are turned down today"
  timebound  ${period}
  owner      ${owner}
  checkpoint ${day(182)} at 15.0%
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

phase understand "Understand" {
  [ ] task ask_sales "Ask sales why they turn leads down" for better_leads @${owner} 24h start ${day(7)} due ${day(42)} consults sales expects acceptance up
}
phase agree "Agree" {
  [ ] task handoff_rule "Write the hand-off rule" for better_leads @${owner} 60h start ${day(90)} due ${day(140)} after ask_sales consults sales affects sales expects acceptance up by 3pp
}
phase build "Build" {
  [ ] task scoring_model "Build the scoring of leads" for better_leads @${owner} 72h start ${day(182)} due ${day(252)} after handoff_rule affects sales costs 8_000 EUR from tools_line expects acceptance up by 3pp
}
phase learn "Learn" {
  [ ] task look_back "Look back and hand over to the next plan" for better_leads @${owner} 16h start ${day(330)} due ${day(350)} after scoring_model wrapup
}

// ── Who is told ──────────────────────────────────────────────────────────────────────────────────────────────────────

channel sales_meeting "Sales meeting" owner ${owner}
communication handoff_news "What changes at the hand-off" to sales {
  expect "A written rule which lead is passed on when"
  ask    "Name three leads you would have liked to get" until ${day(60)} for handoff_rule
  on     ${day(14)}
  every  month
  via    sales_meeting
  owner  ${owner}
}
report lead_report "Lead report" to sales every month shows acceptance owner ${owner} via sales_meeting

// ── Money, and what could go wrong ───────────────────────────────────────────────────────────────────────────────────

budget year_money "The year" {
  total 10_000 EUR
  for   better_leads
  owner ${owner}
  line tools_line  "Tools"       8_000 EUR
  line contingency "Contingency" 2_000 EUR
}
risk rule_ignored "The rule is written and nobody follows it" {
  likelihood medium
  impact     high
  owner      ${owner}
  response   "Look at ten leads a month together" by look_back
  about      handoff_rule
  check      every month
}
`
  },
}
