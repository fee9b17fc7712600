import { describe, expect, it } from 'vitest'
import { paces } from '../../src/plan/goals/pace.js'
import { judgeExample } from '../example-plan.js'

const standing = (row: string) => paces(judgeExample(`actuals email_churn { ${row} }`).plan)[0]?.standing

describe('the pace of a measurable', () => {
  it('compares the latest actual with the line at the end of its period', () => {
    expect(paces(judgeExample('').plan)).toMatchObject([
      { goal: 'keepable_mail', number: 'email_churn', actual: '0.00776', expected: '329/45000', standing: 'behind' },
    ])
  })

  it('is on the line within half of the last digit of the target, and ahead below it where lower is better', () => {
    expect(standing('2027-01 0.73%')).toBe('on')
    expect(standing('2027-01 0.72%')).toBe('ahead')
    expect(standing('2027-01 0.75%')).toBe('behind')
  })

  it('is unknown without an actual', () => {
    expect(paces(judgeExample({ text: '', without: ['actuals email_churn'] }).plan)).toEqual([])
  })
})
