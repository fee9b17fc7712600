import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import type { Stage } from '../../plan/elements/elements.js'

function said(text: string, today: string, stage?: Stage): string[] {
  return judgeExample({ text, today, ...(stage && { stage }) })
    .findings.filter((finding) => finding.code.startsWith('risk/'))
    .map((finding) => finding.message)
}

const assumption = (checks: string) => `assumption list_size "The list stays" owner ben ${checks}`

describe('the rules about risks', () => {
  it('look at the latest check date, which is still in time on its day', () => {
    expect(said(assumption('check 2027-02-01 check 2027-02-26'), '2027-02-26')).toEqual([])
    expect(said(assumption('check 2027-02-26 check 2027-02-01'), '2027-02-27')).toEqual([
      '`list_size` was to be checked on 2027-02-26. Check it, and set the next date.',
    ])
  })

  it('take a cadence without end as a check to come', () => {
    expect(said(assumption('check 2027-02-01 check every month'), '2027-03-01')).toEqual([])
    expect(said(assumption('check every month until 2027-02-01'), '2027-03-01')).toHaveLength(1)
  })

  it('ask for no check once the plan is closed', () => {
    expect(said(assumption('check 2027-02-01'), '2027-03-01', 'closed')).toEqual([])
  })

  it('say in one finding that a risk has neither owner nor response', () => {
    expect(said('risk outage "Outage" check every month', '2027-02-12')).toEqual([
      '`outage` has neither an owner nor a response. Say what is done if it happens, and by whom.',
    ])
  })
})
