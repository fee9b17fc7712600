import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { coverage } from './coverage.js'
import { treatmentOf } from './treatment.js'

function treated(levels: string, text = '') {
  const { plan } = judgeExample({ text: `stakeholder board "Board" kind leadership ${levels} contact ben needs "Proof"\n${text}` })
  const row = coverage(plan).stakeholders.find(({ stakeholder }) => stakeholder.name === 'board')
  return row && treatmentOf(plan, row)
}

const told = (clauses: string, to = 'board') => `communication letter "Letter" to ${to} ${clauses} via email owner ben`
const expected = 'expect "Less churn"'

describe('the treatment of a stakeholder', () => {
  it('follows power and interest', () => {
    expect(treated('power high interest high')?.treatment).toBe('manage closely')
    expect(treated('power high interest medium')?.treatment).toBe('keep satisfied')
    expect(treated('power low interest high')?.treatment).toBe('keep informed')
    expect(treated('power medium interest low')?.treatment).toBe('monitor')
    expect(treated('power high')).toBeUndefined()
    expect(treated('interest high')).toBeUndefined()
  })

  it('of the powerful is a contact each quarter, and something to expect', () => {
    const gaps = (text: string) => treated('power high interest low', text)?.gaps
    expect(gaps('')).toEqual(['contact', 'expectation'])
    expect(gaps(told(`${expected} every quarter`))).toEqual([])
    expect(gaps(told('every quarter'))).toEqual(['expectation'])
    expect(gaps(told(`${expected} every year`))).toEqual(['contact'])
    expect(gaps(told(`${expected} every quarter`, 'marketers'))).toEqual(['contact', 'expectation'])
    expect(gaps(told(`${expected} every quarter`, 'borad'))).toEqual([]) // the unknown name may be theirs
  })

  it('of the interested is a contact each month, or a report', () => {
    const gaps = (text: string) => treated('power low interest high', text)?.gaps
    expect(gaps('')).toEqual(['contact'])
    expect(gaps(told(`${expected} every month`))).toEqual([])
    expect(gaps(told(`${expected} every quarter`))).toEqual(['contact'])
    expect(gaps('report numbers "Numbers" to board every quarter shows email_churn owner ben')).toEqual([])
  })

  it('of both is a contact each month, a goal and a part in the work', () => {
    expect(treated('power high interest high')?.gaps).toEqual(['contact', 'goal', 'part'])
    expect(treated('power high interest high', told(`${expected} every month`))?.gaps).toEqual(['goal', 'part'])
  })

  it('of all others is no word each week, and nothing is owed to who is only monitored', () => {
    expect(treated('power low interest low', told(`${expected} every week`))?.gaps).toEqual(['too often'])
    expect(treated('power low interest low', told(`${expected} every month`))?.gaps).toEqual([])
    expect(treated('power high interest high monitor because "They will join later"')?.gaps).toEqual([])
  })
})
