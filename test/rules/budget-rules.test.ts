import { describe, expect, it } from 'vitest'
import { fixesOf, said } from './said.js'

const budget = (body: string, head = 'total 6_000 USD') => `budget q1_money "Quarter one" ${head} owner summer {\n${body}\n}`

describe('a budget', () => {
  it('names every row and column that is off in one message', () => {
    const text = budget(
      `  2027-Q1 5_000 USD
  2027-Q2 1_000 USD
  line design      "Template design" 3_500 USD { 2027-01 3_000  2027-04 400 }
  line cleaning    "List cleaning"   1_800 USD { 2027-02 1_800 }
  line contingency "Contingency"       700 USD { 2027-05 600 }`,
    )
    expect(said('budget/lines-do-not-add-up', text)).toEqual([
      'In `q1_money` the periods of `design` add up to 3 400 USD and not to 3 500 USD; the periods of `contingency` add up to 600 USD and not to 700 USD; ' +
        'the lines hold 4 800 USD for 2027-Q1 and not 5 000 USD. Correct the amount that is wrong.',
    ])
  })

  it('can be mended by its total or by a line for the rest', () => {
    const text = budget('  line design "Template design" 3_500 USD\n  line reserve "Reserve" 1_000 USD')
    expect(said('budget', text)).toEqual([
      'The lines of `q1_money` add up to 4 500 USD, 1 500 USD less than the total of 6 000 USD. Correct a line, or add one for the rest.',
    ])
    expect(fixesOf('budget/lines-do-not-add-up', text)).toEqual([['4_500 USD'], ['line rest "Rest" 1_500 USD']])
  })

  it('is exact where binary fractions are not', () => {
    expect(said('budget', budget('  line a "Pictures" 0.10 USD\n  line reserve "Reserve" 0.20 USD', 'total 0.30 USD'))).toEqual([])
  })

  it('adds the share of a yearly tool to what a line has to pay', () => {
    const text = `${budget('  line tools "Tools" 300 USD\n  line reserve "Reserve" 0 USD', 'total 300 USD')}
tool sendfox "SendFox" kind email_sending costs 1_000 USD per year from tools owner ben keep
segment loyal "Loyal readers" rule "Opened five of six" from sendfox owner ben
campaign spring "Spring" via email for keepable_mail period 2027-03 owner ben { send 2027-03-09 "Spring 1" to loyal }`
    expect(said('budget', text)).toEqual(['The tools draw 333.33 USD from `tools`, which holds 300 USD. Raise the line, or drop a tool.'])
  })

  it('asks for a budget when the plan has none', () => {
    const task =
      '[ ] task shots "Take pictures" for keepable_mail @chidi 2h start 2027-03-01 due 2027-03-05 expects email_churn down costs 300 USD'
    expect(said('budget', { text: task, without: ['q1_money'] })).toEqual([
      '`shots` costs 300 USD, and the plan has no budget. Add a `budget` with a line for it.',
    ])
  })

  it('is held against its own total where no strategy says the currency', () => {
    const text = budget('  line a "Pictures" 100 EUR\n  line reserve "Reserve" 0 USD', 'total 100 USD')
    expect(said('budget', { text, isWhole: true })).toEqual([
      '`a` is in EUR and its budget in USD, and there is no exchange rate. Give it in USD.',
    ])
  })
})
