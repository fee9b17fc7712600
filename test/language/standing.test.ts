import { describe, expect, it } from 'vitest'
import { nextReview } from '../../src/plan/model/review-due.js'
import { planView } from '../../src/preview/plan-view.js'
import { judgeExample } from '../example-plan.js'

function judged(clauses: string, today = '2027-02-12') {
  const text = `strategy promise "What we promise" { stage approved owner ann supervisor ann ${clauses} }
person ann "Ann" works 20h per week contact "ann@x.example"
channel mail "Mail" owner ann
`
  return judgeExample({ text, isWhole: true, today })
}

function reviewOf(clauses: string, today: string) {
  const { plan } = judged(clauses)
  return plan.strategy && nextReview(plan.strategy, today)
}

describe('a standing plan', () => {
  const asked = (clauses: string) => judged(clauses).findings.map(({ code }) => code)

  it('needs no period, no goal, no risk and no status report, as another plan does', () => {
    const wanted = ['plan/goal-missing', 'plan/period-missing', 'report/no-status-report', 'risk/none-named']
    expect(asked('')).toEqual(expect.arrayContaining(wanted))
    expect(asked('standing').filter((code) => wanted.includes(code))).toEqual([])
  })

  it.each([
    ['day', '2027-01-11'],
    ['week', '2027-01-17'],
    ['month', '2027-02-10'],
    ['quarter', '2027-04-10'],
    ['year', '2028-01-10'],
  ])('that is reviewed every %s is due again on %s', (grain, due) => {
    expect(reviewOf(`standing reviewed every ${grain} reviewed 2026-06-30 reviewed 2027-01-10`, '2027-01-10')).toEqual({
      last: '2027-01-10',
      due,
    })
  })

  it('counts no review that is still to come, and none without a cadence', () => {
    expect(reviewOf('standing reviewed every 2 months reviewed 2027-01-10 reviewed 2027-03-01', '2027-02-12')).toEqual({
      last: '2027-01-10',
      due: '2027-03-10',
    })
    expect(reviewOf('standing reviewed 2027-01-10', '2027-02-12')).toBeUndefined()
    expect(reviewOf('reviewed every month reviewed 2027-01-10', '2027-02-12')).toBeUndefined()
  })

  it('is told from the day after the due one', () => {
    const codes = (today: string) => judged('standing reviewed every month reviewed 2027-01-10', today).findings.map(({ code }) => code)
    expect(codes('2027-02-10')).not.toContain('plan/review-due')
    expect(codes('2027-02-11')).toContain('plan/review-due')
  })

  it('says so in its head', () => {
    const { plan, findings } = judged('standing reviewed every quarter')
    expect(planView(plan, findings).standing).toBe('standing, reviewed quarterly')
  })
})
