import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { needsOf } from './needs.js'

const numbers = `strategy spring "Spring" { period 2027-Q1 }
source crm "CRM"
measure visitors "Visitors" in visitors per month sum from crm
measure leads "Leads" in leads per month sum from crm
metric conversion "Conversion" in % per month = leads / visitors else none
`

function needs(clauses: string) {
  const { plan } = judgeExample({ text: `${numbers}goal g "G" { ${clauses} timebound 2027-Q1 }`, isWhole: true })
  const goal = plan.find({ name: 'g' }, 'goal')
  if (!goal) throw new Error('No goal.')
  return needsOf(plan, goal).map(({ target, number, needed, planned }) => ({
    target: target.said.text,
    number,
    needed: [needed.low?.valueOf(), needed.high?.valueOf()],
    planned: planned?.said.text,
  }))
}

describe('what a target needs of the number before it', () => {
  it('follows from the target of the rate', () => {
    expect(
      needs(
        'measurable leads to 400 leads in 2027-Q1 measurable conversion to 5% in 2027-Q1 measurable visitors to 2_000 visitors in 2027-Q1',
      ),
    ).toEqual([{ target: '400 leads', number: 'visitors', needed: [8000, 8000], planned: '2_000 visitors' }])
  })

  it('is open upwards where the target is a least value', () => {
    expect(needs('measurable leads to at least 400 leads in 2027-Q1 measurable conversion to 5% in 2027-Q1')).toEqual([
      { target: '400 leads', number: 'visitors', needed: [8000, undefined], planned: undefined },
    ])
  })

  it('is nothing without a rate for the same days', () => {
    expect(needs('measurable leads to 400 leads in 2027-Q1 measurable conversion to 5% in 2027-03')).toEqual([])
  })
})
