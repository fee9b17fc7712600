import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { shortfalls } from './shortfalls.js'

const frame = `strategy spring "Spring" { period 2027-Q1 stage running asof 2027-02-12 owner ann }
person ann "Ann"
source crm "CRM"
measure visitors "Visitors" in visitors per month sum from crm
measure leads "Leads" in leads per month sum from crm
metric conversion "Conversion" in % per month = leads / visitors else none
`
const today = 'actuals conversion { 2027-01 3.1% (62 of 2_000) }\nactuals visitors { 2027-01 2_000 visitors }\n'

function found(text: string) {
  const { plan } = judgeExample({ text: `${frame}${text}`, isWhole: true })
  return shortfalls(plan).map(({ target, rates, upstream }) => ({
    target: target.said.text,
    rates: rates.map(({ said }) => said.number),
    upstream: upstream && `${upstream.said.number} ${upstream.said.text}`,
  }))
}

const goal = (clauses: string) => `goal g "G" { ${clauses} timebound 2027-Q1 }\n`

describe('targets that today’s rates leave out of reach', () => {
  it('are told with the rate and the number before it', () => {
    expect(
      found(
        `${today}${goal('measurable leads increase to 600 leads in 2027-03 measurable visitors increase to 9_000 visitors in 2027-03')}`,
      ),
    ).toEqual([{ target: '600 leads', rates: ['conversion'], upstream: 'visitors 9_000 visitors' }])
  })

  it('take the number before it as it is today where nothing is planned for it', () => {
    expect(found(`${today}${goal('measurable leads increase to 600 leads in 2027-03')}`)).toEqual([
      { target: '600 leads', rates: ['conversion'], upstream: 'visitors 2_000 visitors' },
    ])
  })

  it('take as much in each month of a longer time as in the latest', () => {
    expect(found(`${today}${goal('measurable leads increase to 180 leads in 2027-Q1')}`)).toEqual([])
    expect(found(`${today}${goal('measurable leads increase to 280 leads in 2027-Q1')}`)).toHaveLength(1)
  })

  it.each([
    [
      'the best end of what is likely is enough',
      'measurable leads increase to 320 leads in 2027-03 measurable visitors increase to 9_000 visitors in 2027-03',
    ],
    [
      'the rate has a target',
      'measurable leads increase to 600 leads in 2027-03 measurable visitors increase to 9_000 visitors in 2027-03 measurable conversion increase to 7% in 2027-03',
    ],
    [
      'the plan gives more than is needed',
      'measurable leads increase to 60 leads in 2027-03 measurable visitors increase to 9_000 visitors in 2027-03',
    ],
    ['the number shall fall', 'measurable leads decrease to 10 leads in 2027-03 measurable visitors decrease to 2_000 visitors in 2027-03'],
  ])('are none where %s', (_, clauses) => {
    expect(found(`${today}${goal(clauses)}`)).toEqual([])
  })

  it('are none where a task moves the rate', () => {
    const clauses = goal('measurable leads increase to 600 leads in 2027-03')
    expect(found(`${today}${clauses}task t "T" for g expects conversion up expects visitors up`)).toEqual([])
    expect(found(`${today}${clauses}[-] task t "T" for g expects conversion up expects visitors up`)).toHaveLength(1)
  })

  it('are none before anything was measured', () => {
    expect(found(goal('measurable leads increase to 600 leads in 2027-03'))).toEqual([])
    expect(
      found(
        `actuals conversion { 2027-03 3.1% }\n${goal('measurable leads increase to 600 leads in 2027-03 measurable visitors increase to 9_000 visitors in 2027-03')}`,
      ),
    ).toEqual([])
  })
})
