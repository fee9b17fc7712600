import { describe, expect, test } from 'vitest'
import { statusReport } from '../../src/report/status-report.js'
import { judgePlan, midPlan, smallPlan } from '../example-files.js'

describe('the status report', () => {
  test.each([
    [smallPlan, 'customers', 'small-customers'],
    [smallPlan, undefined, 'small'],
    [midPlan, undefined, 'mid'],
  ])('of %s for %s', async (name, stakeholder, golden) => {
    const { plan } = judgePlan(name)
    const found = stakeholder === undefined ? undefined : plan.byName(stakeholder)

    await expect(statusReport(plan, found?.kind === 'stakeholder' ? found : undefined)).toMatchFileSnapshot(`../golden/status/${golden}.md`)
  })

  test('names what is late and blocked first', () => {
    const { plan } = judgePlan(smallPlan, { today: '2027-03-08' })

    expect(statusReport(plan)).toContain(
      '## Needs attention\n\n- 2027-02-19 Agree the qualification and hand-off rule with sales (Chidi Okafor; 70%; 11 working days late)',
    )
  })
})
