import { contradictions } from '../../plan/consistency/contradictions.js'
import { levels, rule } from '../engine/rule.js'
import { exampleReport } from '../examples/smart-example.js'
import { reportContradiction } from '../wording/contradiction.js'

const plan = (cost: string) => `measure spend "Spend" in USD per month sum from email_platform
measure appointments "Appointments" in appointments per month sum from email_platform
metric cpa "Cost per appointment" in USD/appointment per month lower is better = spend / appointments else none
${exampleReport('cpa', 'appointments')}
goal keepable_mail "Book appointments from the mails" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable appointments increase from 10 appointments in 2026-Q4 to 400 appointments in 2027-01-04 .. 2027-03-31
  measurable cpa decrease from 120 USD/appointment in 2026-Q4 to at most ${cost} in 2027-01-04 .. 2027-03-31
  achievable "The list clean-up of 2025 doubled the visits"
  relevant   to customers, marketers because "Sales asks for appointments"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
}
budget q1_money "Quarter one" total 40_000 USD owner summer for keepable_mail {
  line design      "Template design" 28_000 USD
  line cleaning    "List cleaning"   10_000 USD
  line contingency "Contingency"      2_000 USD
  returns "Attributed gross margin" 90_000 USD
}
[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects appointments up
[ ] task build_format "Build the new email format" for keepable_mail @ben 20h @dana 20h start 2027-02-16 due 2027-03-05 after audit_workflows
  expects cpa down affects marketers consults marketers using hubrunner requires email`

export const budgetAgainstCostTarget = rule({
  code: 'smart/budget-against-cost-target',
  levels: levels('W', 'E', 'E'),
  summary: 'Planned money, what it shall buy and its target cost fit together.',
  why: 'A budget of 40 000 USD for 400 appointments costs 100 USD each, however the work goes. A target cost of 50 USD is missed on the day on which the budget is spent.',
  fix: 'Change the budget, the number to be reached or the target cost to what the other two give.',
  bad: plan('50 USD/appointment'),
  good: plan('100 USD/appointment'),
  check(checked, report) {
    for (const one of contradictions(checked)) if (one.isAboutMoney) reportContradiction(checked, report, one)
  },
})
