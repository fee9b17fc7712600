import { contradictions } from '../../plan/consistency/contradictions.js'
import { levels, rule } from '../engine/rule.js'
import { exampleReport } from '../examples/smart-example.js'
import { reportContradiction } from '../wording/contradiction.js'

const numbers = `measure visitors "Visitors" in visitors per month sum from email_platform
measure appointments "Appointments" in appointments per month sum from email_platform
metric booking_rate "Booking rate" in % per month higher is better bounds 0% .. 100%
  = appointments / visitors else none
${exampleReport('visitors', 'booking_rate', 'appointments')}`

const goal = (appointments: string) => `${numbers}
goal keepable_mail "Book appointments from the mails" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable visitors increase from 500 visitors in 2026-12 to 2_000 visitors in 2027-03
  measurable booking_rate increase from 2% in 2026-12 to 5% in 2027-03
  measurable appointments increase from 10 appointments in 2026-12 to ${appointments} in 2027-03
  achievable "The list clean-up of 2025 doubled the visits"
  relevant   to customers, marketers because "Sales asks for appointments"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
  ignore "smart/several-outcomes" because "One funnel, told at three places"
}
[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects visitors up
[ ] task build_format "Build the new email format" for keepable_mail @ben 20h @dana 20h start 2027-02-16 due 2027-03-05 after audit_workflows
  expects booking_rate up expects appointments up affects marketers consults marketers using hubrunner requires email`

export const targetsDisagree = rule({
  code: 'smart/targets-disagree',
  levels: levels('E', 'E', 'E'),
  summary: 'Targets, guards and bounds can be reached together, by the formulas between their numbers.',
  why: 'Each target may be fine by itself. Together with a formula they fix each other: where 2 000 visitors book at 5%, there are 100 appointments, whatever the plan says.',
  fix: 'Change one of the values to what the others give, or the others to what it needs. Write `at least` where more is fine.',
  bad: goal('400 appointments'),
  good: goal('100 appointments'),
  check(plan, report) {
    for (const one of contradictions(plan)) if (!one.isAboutMoney) reportContradiction(plan, report, one)
  },
})
