/**
 * The plan that every rule example is laid over: an element of the example replaces the element of the same name here.
 * It yields no finding at all, so whatever an example fires, the example itself has caused.
 */
export const basePlan = `strategy email_churn_q1 "Email churn, quarter one" {
  for        "Brightleaf Supply"
  period     2027-01-04 .. 2027-04-09
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
  holidays   2027-01-18, 2027-02-15
}

person summer "Summer Hale"  works 16h per week skills planning
person ben    "Ben Cole"     works 24h per week skills email, lists
person dana   "Dana Levi"    works 16h per week skills writing, forms
person chidi  "Chidi Okafor" works 20h per week skills templates, workflows
team   mops_team "Marketing operations" members summer, ben

stakeholder customers  "Customers"  kind customer power low interest low  contact ben  needs "Fewer unwanted mails"
stakeholder marketers  "Marketers"  kind employee power low interest high contact dana needs "An easier way to send"
stakeholder sales      "Sales"      kind employee   monitor because "The hand-off to sales is planned for the next quarter"
stakeholder leadership "Leadership" kind leadership monitor because "They read the churn report and decide nothing here"

channel email "Email" owner ben
tool    hubrunner "HubRunner" kind automation costs 72_000 USD per year owner ben keep
source  email_platform "Email platform" from hubrunner every month owner ben

measure unsubscribed_contacts "Contacts who unsubscribed" in contacts per month sum from email_platform
measure unique_recipients "Unique recipients" in contacts per month distinct at least 1 from email_platform
measure spam_complaints "Messages reported as spam" in messages per month sum from email_platform
measure delivered "Messages delivered" in messages per month sum at least 1 from email_platform
measure guideline_questions "Questions about the guideline" in questions per month sum at least 1 from hubrunner
measure answers_in_time "Questions answered in time" in questions per month sum part of guideline_questions from hubrunner

metric email_churn "Email churn rate" in % per month lower is better bounds 0% .. 100% kpi
  note "Contacts lost in a month, of all contacts who got a mail in that month"
  = unsubscribed_contacts / unique_recipients else none
metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints / delivered else none
metric guideline_hit_rate "Guideline questions answered in time" in % per month higher is better bounds 0% .. 100% kpi
  = answers_in_time / guideline_questions else none

actuals email_churn { 2027-01 0.776% (392 of 50_500) }

goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
}

[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects email_churn down
[ ] task build_format "Build the new email format" for keepable_mail {
  @ben 20h
  @dana 20h
  start    2027-02-16
  due      2027-03-05
  after    audit_workflows
  requires email
  expects  email_churn down by 0.08pp
  affects  marketers
  consults marketers
  using    hubrunner
}
[~] task daily_mail "Send and answer the day-to-day mail" housekeeping owner summer
  @chidi 60h @summer 60h @dana 30h start 2027-02-09 due 2027-04-09

communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Tell us how" at "https://forms.brightleaf.example/email" until 2027-02-12
  on     2027-01-12
  every  month
  via    email
  owner  dana
}
sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}
report churn_report "Churn report" to leadership, marketers every month shows email_churn, complaint_rate owner ben via email

budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 3_500 USD
  line cleaning    "List cleaning"   1_800 USD
  line contingency "Contingency"       700 USD
}
risk outage "Vendor outage in March" likelihood low impact high owner ben response "Send in two halves" check every month
`
