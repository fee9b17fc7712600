import { describe, expect, it } from 'vitest'
import { fixesOf, said } from './said.js'

const observed = `metric email_churn "Email churn rate" in % per month lower is better bounds 0% .. 100% kpi observe every month
  note "Contacts lost in a month" = unsubscribed_contacts / unique_recipients else none`

const goal = (clauses: string, target = '0.60%') => `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most ${target} in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  ${clauses}
}`
const guard = 'guard complaint_rate at most 0.10%'

describe('an observation', () => {
  it('is overdue after one and a half of its periods', () => {
    expect(said('report', { text: observed, today: '2027-03-15' })).toEqual([])
    expect(said('report', { text: observed, today: '2027-03-16' })).toEqual([
      '`email_churn` should be observed every month, and its latest value is of 2027-01. Add the actual of 2027-02.',
    ])
    expect(fixesOf('report/observation-overdue', { text: observed, today: '2027-03-16' })).toEqual([['2027-02 0 %']])
  })
})

describe('a report for nobody', () => {
  it('is offered no reader where the plan names no one', () => {
    const text = 'strategy bare "Bare" { period 2027-01-04 .. 2027-04-09 asof 2027-02-12 }\nreport numbers "Numbers" every month'
    expect(said('report/audience-missing', { text, isWhole: true })).toHaveLength(1)
    expect(fixesOf('report/audience-missing', { text, isWhole: true })).toEqual([])
  })
})

describe('an actual', () => {
  it('of a quarter is asked for by months', () => {
    expect(said('report', 'actuals complaint_rate { 2026-Q4 0.05% }')).toEqual([
      '`complaint_rate` is measured per month, and this actual is for 2026-Q4. Give the 3 values from 2026-10 to 2026-12.',
    ])
  })

  it('written as two days is a month when it covers one', () => {
    expect(said('report', 'actuals complaint_rate { 2026-12-01 .. 2026-12-31 0.05% }')).toEqual([])
  })

  it('from before the goal began breaches no guard', () => {
    expect(said('report', 'actuals complaint_rate { 2026-12 0.5% }')).toEqual([])
    expect(said('report', 'actuals complaint_rate { 2027-01 0.5% }')).toEqual([
      '`complaint_rate` was at 0.5% in 2027-01, and `keepable_mail` allows at most 0.10%. Look at what the tasks did to it.',
    ])
  })

  it('at the limit of a guard keeps it', () => {
    expect(said('report', 'actuals complaint_rate { 2027-01 0.1% }')).toEqual([])
  })
})

describe('a checkpoint', () => {
  it('on the last working day of a month counts that month', () => {
    const text = `${goal(`${guard}\n  checkpoint 2027-01-29 at 0.70%`)}`
    expect(said('report', text)).toEqual([
      'On 2027-01-29 `email_churn` should be at 0.70%, and 2027-01 was 0.776%. Decide what changes until 2027-03-31.',
    ])
    expect(said('report', goal(`${guard}\n  checkpoint 2027-01-28 at 0.70%`))).toEqual([])
  })
})

describe('a target', () => {
  it('is the same when it is only written differently', () => {
    expect(said('report', { text: goal(guard, '0.6%'), earlier: '' })).toEqual([])
  })

  it('that moved after approval is named with both values', () => {
    expect(said('report', { text: goal(guard, '0.70%'), earlier: '' })).toEqual([
      'The target of `keepable_mail` moved from 0.60% in 2027-03 to 0.70% in 2027-03 after approval. Say when and why with `changed … because`.',
    ])
  })

  it('may move while the plan is in review', () => {
    const earlier =
      'strategy email_churn_q1 "Email churn" period 2027-01-04 .. 2027-04-09 stage review asof 2027-02-12 owner summer supervisor summer currency USD'
    expect(said('report', { text: goal(guard, '0.70%'), earlier })).toEqual([])
  })
})
