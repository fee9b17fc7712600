import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { lettersText } from './smart-letters.js'

const complete = {
  title: 'Mail that people want to keep',
  scope: 'scope email',
  measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03',
  achievable: 'achievable "It fell before"',
  relevant: 'relevant to customers, marketers because "Customers ask for fewer mails"',
  timebound: 'timebound 2027-01-04 .. 2027-03-31',
  owner: 'owner ben',
  more: '',
}

function said(changed: Partial<typeof complete>, around = ''): string | undefined {
  const { title, ...clauses } = { ...complete, ...changed }
  const goal = `goal keepable_mail "${title}" {\n${Object.values(clauses).join('\n')}\n}`
  return lettersText(judgeExample(`${around}\n${goal}`).plan, 'keepable_mail')
}

describe('the letters of a goal', () => {
  it('are all complete for a goal that says everything', () => {
    expect(said({})).toBe('S ok · M ok · A ok · R ok · T ok')
  })

  it('take the deadline of the strategy for a goal without one', () => {
    expect(said({ timebound: '' })).toContain('T ok')
  })

  it('name the first absent facet', () => {
    expect(said({ scope: '' })).toBe('S partial (no scope) · M ok · A ok · R ok · T ok')
    expect(said({ owner: '' })).toBe('S ok · M ok · A partial (no owner) · R ok · T ok')
    expect(said({ owner: 'owner mops_team' })).toBe('S ok · M ok · A partial (not one person) · R ok · T ok')
    expect(said({ measurable: 'measurable email_churn decrease to at most 0.60% in 2027-03' })).toContain('M partial (no baseline)')
  })

  it('are missing where the heart of them is', () => {
    expect(said({ measurable: '' })).toContain('M missing (no metric)')
    expect(said({ measurable: '', title: 'Launch the template' })).toContain('S missing (work, no result)')
    expect(said({ measurable: '' })).toContain('S ok')
    expect(said({ title: 'Launch the template' })).toContain('S ok')
    expect(said({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12' })).toContain('M missing (no target)')
    expect(said({ relevant: '' })).toContain('R missing (nobody served)')
    expect(said({ timebound: '' }, 'strategy email_churn_q1 "Email churn" stage running asof 2027-02-12')).toContain(
      'T missing (no deadline)',
    )
  })

  it('ask every measurable, and the sources below', () => {
    const two = 'measurable email_churn decrease from 0.80% in 2026-12 to 0.60% in 2027-03\n  measurable complaint_rate decrease'
    expect(said({ measurable: two })).toContain('M partial (no target)')
    expect(said({}, 'measure unique_recipients "Unique recipients" in contacts per month distinct at least 1')).toContain(
      'M partial (no formula or source)',
    )
  })

  it('are not realistic with too much work, unless a reason is given', () => {
    const work = '[ ] task build_format "Build" for keepable_mail @ben 400h start 2027-02-16 due 2027-03-05 after audit_workflows'
    expect(said({}, work)).toContain('R partial (too much work)')
    const crowded = '[ ] task help "Help" for keepable_mail @ben 200h start 2027-03-22 due 2027-04-09'
    expect(said({}, crowded)).toContain('R partial (too much work)')
    expect(said({ more: 'realistic "The agency helps out"' }, work)).toContain('R ok')
  })

  it('ask a long goal for a checkpoint or a regular report', () => {
    const long = { timebound: 'timebound 2027-01-04 .. 2027-04-09' }
    expect(said(long)).toContain('T ok')
    const silent = 'report churn_report "Churn report" to leadership on 2027-04-09 shows email_churn'
    expect(said(long, silent)).toContain('T partial (no checkpoint)')
    expect(said({ ...long, more: 'checkpoint 2027-02-26' }, silent)).toContain('T ok')
    expect(said({ timebound: 'timebound 2027-01-04 .. 2027-06-30' })).toContain('T partial (not within the plan)')
  })
})
