import { t } from '@vscode/l10n'
import type { PlanTemplate } from './frame.js'

/** A plan whose texts are for the reader to write. */
export const guided: PlanTemplate = {
  title: () => t('Guided plan'),
  summary: () => t('to fill in: every line asks one question'),
  months: 3,
  text: ({ name, title, organisation, owner, ownerTitle, period, monthBefore, lastMonth, day }) =>
    `// A plan to fill in. Every line with … waits for your answer; delete what you do not need.

strategy ${name} "${title}" {
  for     "${organisation}"
  summary "…" // the plan in a sentence
  period  ${period} // a quarter, or its first and last day: 2027-04-01 .. 2027-06-30
  stage   draft
  owner   ${owner}
}

person ${owner} "${ownerTitle}" works 20h per week // hours for this plan

// Why: what hurts whom?
problem trouble "…" {
  hurts    customers
  symptom  "…" // how does one see it, in a number?
  solution "…" by better
}

// For whom?
stakeholder customers "Customers" {
  kind     customer
  needs    "…"
  power    low
  interest high
  contact  ${owner}
}

// How is it measured? The metric is a formula over what is counted.
source numbers "…" every month owner ${owner}
measure part "…" in contacts per month sum from numbers
measure whole "…" in contacts per month sum from numbers
metric rate "…" in % per month higher is better observe every month
  = part / whole else none

// What shall be reached, in five letters?
goal better "…" {
  specific   "…"
  measurable rate increase from 10% in ${monthBefore} to at least 12% in ${lastMonth}
  achievable "…"
  relevant   to customers because "…"
  timebound  ${period}
  owner      ${owner}
}

// What is done, by whom, until when?
[ ] task first_step "…" for better @${owner} 8h start ${day(7)} due ${day(18)}
`,
}
