import { t } from '@vscode/l10n'
import { head, type PlanTemplate } from './frame.js'

/** A quarter in which marketing and sales agree on leads: journey, scoring, a promise. */
export const leadManagement: PlanTemplate = {
  title: () => t('Lead management'),
  summary: () => t('lead management in a quarter: journey, scoring, a promise to sales'),
  months: 3,
  text: (frame) => {
    const { owner, period, monthBefore, lastMonth, day } = frame
    return `${head(frame, 'Every lead is scored, passed on at the right time and answered.')}

// ── For whom ─────────────────────────────────────────────────────────────────────────────────────────────────────────

stakeholder sales "Sales" {
  kind     employee
  needs    "Leads worth calling"
  power    high
  interest high
  contact  ${owner}
}

team lead_desk "Lead desk" members ${owner} owner ${owner}

// ── The way of a lead ────────────────────────────────────────────────────────────────────────────────────────────────

tool    crm "Customer database" kind crm owner ${owner} keep
journey buying "From visitor to customer" {
  stage awareness     "Awareness"     when "Any form"
  stage consideration "Consideration" when "Score of 35"
  stage decision      "Decision"      when "Score of 65"
}
scoring lead_score "Lead score" threshold 65 owner ${owner} routes to sales using crm {
  score "Pricing page"               25
  score "Form submission"            20
  score "Matches the ideal customer" 30
  score "Webinar attended"           15
}

// ── By which numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

source  crm_data "Customer database" from crm every month owner ${owner}
measure qualified_leads "Qualified leads" in leads per month sum from crm_data
measure accepted_leads "Leads that sales takes over" in leads per month sum part of qualified_leads from crm_data
measure answered_leads "Leads answered in time" in leads per month sum part of accepted_leads from crm_data
metric  acceptance "Share of leads that sales takes over" in % per month higher is better bounds 0% .. 100% observe every month owner ${owner}
  = accepted_leads / qualified_leads else none
metric  answer_rate "Share of leads answered in time" in % per month higher is better bounds 0% .. 100% observe every month owner ${owner}
  = answered_leads / accepted_leads else none

// ── What shall be reached ────────────────────────────────────────────────────────────────────────────────────────────

goal better_leads "Sales takes over more of the leads" {
  specific   "Leads of all channels" scope sales
  measurable acceptance increase from 12.0% (54 of 450) in ${monthBefore} to at least 15.0% in ${lastMonth}
  achievable "The best month of last year reached 15%"
  relevant   to sales because "Nine of ten leads are turned down today"
  timebound  ${period}
  owner      ${owner}
}

// ── What is done ─────────────────────────────────────────────────────────────────────────────────────────────────────

[ ] task handoff_rule "Agree the hand-off rule with sales" for better_leads @${owner} 40h start ${day(3)} due ${day(24)} using crm consults sales affects sales expects acceptance up by 1pp
[ ] task set_up_scoring "Set the scoring up" for better_leads @${owner} 40h start ${day(28)} due ${day(56)} after handoff_rule using crm affects sales expects acceptance up by 2pp

// ── Who is told, and what is promised ────────────────────────────────────────────────────────────────────────────────

channel sales_meeting "Sales meeting" owner ${owner}
communication handoff_news "What changes at the hand-off" to sales {
  expect "A written rule which lead is passed on when"
  ask    "Name three leads you would have liked to get" until ${day(17)} for handoff_rule
  on     ${day(7)}
  every  month
  via    sales_meeting
  owner  ${owner}
}
sla lead_answers "Answers to new leads" {
  from     sales
  to       lead_desk
  service  "Call a new lead" within 1wd rate 90% per month
  escalate to ${owner} after 2wd
  measured by answer_rate
  owner    ${owner}
}
report lead_report "Lead report" to sales every month shows acceptance, answer_rate owner ${owner} via sales_meeting
`
  },
}
