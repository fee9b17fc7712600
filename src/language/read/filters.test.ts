import { expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { filterText } from '../../plan/numbers/filter-text.js'
import { readPlanText } from './read-file.js'

const source = 'source leads "Leads"\n'

function measureOf(clauses: string) {
  const file = readPlanText('plan.mops', `${source}measure m "M" in leads per week count from leads ${clauses}\n`)
  const measure = file.elements.find((element) => element.kind === 'measure')
  if (measure?.kind !== 'measure') throw new Error('There is no measure.')
  return { file, measure }
}

it.each([
  'channel = "email"',
  'channel != "email"',
  'fit >= 50',
  'amount < 500 EUR',
  'channel in "email", "web"',
  'channel in "email", 3',
  'region empty',
  'region not empty',
  'lead-source = "web"',
])('a filter `where %s` is read as it is written', (written) => {
  const { file, measure } = measureOf(`where ${written}`)
  expect(file.faults).toEqual([])
  expect(measure.where.map(filterText)).toEqual([written])
})

it('columns may be called like the words of a filter', () => {
  const { file, measure } = measureOf('where empty = not where in in "a" where not empty where count not empty')
  expect(file.faults).toEqual([])
  expect(measure.where.map(filterText)).toEqual(['empty = "not"', 'in in "a"', 'not empty', 'count not empty'])
})

it('several filters and the clauses between them stay apart', () => {
  const { measure } = measureOf('where channel in "email", "web" at least 1 where region empty')
  expect(measure.where.map(filterText)).toEqual(['channel in "email", "web"', 'region empty'])
  expect(measure.atLeast?.text).toBe('1')
})

it.each(['count', 'table', 'sheet', 'decimal', 'empty', 'not'])('`%s` behind a number is its unit, as it was before', (word) => {
  const { file, measure } = measureOf(`at least 2 ${word} where region empty`)
  expect(file.faults).toEqual([])
  expect(measure.atLeast?.unit.symbol).toBe(word)
  expect(measure.where).toHaveLength(1)
})

const text = (filter: string) => `strategy p "P" { period 2027-Q1 stage review asof 2027-01-12 }
source crm "CRM"
measure revenue "Revenue" in EUR per month sum from crm.amount
measure big "Big deals" in deals per month count from crm where ${filter}
`

function saidOf(filter: string): readonly string[] {
  return judgeExample({ text: text(filter), isWhole: true })
    .findings.filter(({ code }) => code === 'formula/value-unit-mismatch')
    .map(({ message }) => message)
}

it('a column is compared in the unit in which another number reads it', () => {
  expect(saidOf('amount >= 500 USD')).toEqual(['The filter compares with 500 USD, and `revenue` reads its column in EUR. Compare in EUR.'])
  expect(saidOf('amount in 5, 3 days')).toHaveLength(1)
  for (const filter of ['amount >= 500 EUR', 'amount >= 500', 'other >= 500 USD', 'amount = "USD"', 'amount empty'])
    expect(saidOf(filter), filter).toEqual([])
})
