import { describe, expect, it } from 'vitest'
import { exampleGoal } from '../../src/rules/examples/smart-example.js'
import { said } from './said.js'

describe('the counts behind a quotient', () => {
  const metric = (unit: string, value: string) => `measure out "Out" in ${unit.split('/')[0]} per month sum from hubrunner
measure into "In" in ${unit.split('/')[1]}s per month sum at least 1 from hubrunner
metric per_piece "Each" in ${unit} per month lower is better = out / into else none
actuals per_piece { 2027-01 ${value} }`

  it.each([
    [
      'USD/customer',
      '560 USD/customer (2_600_000 of 5_000)',
      '2 600 000 of 5000 is 520 USD/customer, and it says 560 USD/customer here. Correct the value or the counts.',
    ],
    [
      'USD/lead',
      '12.5 USD/lead (1_000 of 90)',
      '1000 of 90 is 11.1 USD/lead, and it says 12.5 USD/lead here. Correct the value or the counts.',
    ],
    ['h/case', '3 h/case (20 of 10)', '20 of 10 is 2 h/case, and it says 3 h/case here. Correct the value or the counts.'],
  ])('are held against it: %s', (unit, value, message) => {
    expect(said('formula/share-disagrees', metric(unit, value))).toEqual([message])
  })

  it.each([
    ['USD/customer', '520 USD/customer (2_600_000 of 5_000)'],
    ['USD/lead', '11.1 USD/lead (1_000 of 90)'],
    ['USD/lead', '11 USD/lead (1_000 of 90)'],
    ['h/case', '2 h/case (20 of 10)'],
  ])('may make it as far as it is written: %s %s', (unit, value) => {
    expect(said('formula/share-disagrees', metric(unit, value))).toEqual([])
  })
})

describe('a guard on what adds up', () => {
  const guarded = (guard: string, ...rows: readonly string[]) =>
    `actuals delivered { ${rows.join(' ')} }\n${exampleGoal({ timebound: 'timebound 2027-01-01 .. 2027-12-31', guard: `guard delivered ${guard}` })}`
  const breached = (guard: string, ...rows: readonly string[]) => said('report/guard-breached', guarded(guard, ...rows))

  it('is one on the whole time of the goal, which the best pace may still reach', () => {
    expect(breached('at least 7_200', '2027-01 600')).toEqual([])
    expect(breached('at least 7_200', '2027-01 500', '2027-02 650')).toEqual([])
    expect(breached('at least 7_200', '2027-01 500')).toEqual([
      '`delivered` has come to 500 messages up to 2027-01. At its best pace it comes to 6000 messages, and `keepable_mail` asks for at least 7200 messages in all.',
    ])
  })

  it('is broken by the sum so far, and by no single period', () => {
    expect(breached('at most 1_000', '2027-01 600')).toEqual([])
    expect(breached('at most 1_000', '2027-01 600', '2027-02 401')).toHaveLength(1)
  })

  it('is held against one period where it says so', () => {
    expect(breached('at least 7_200 per month', '2027-01 600')).toHaveLength(1)
    expect(breached('at least 600 per month', '2027-01 600')).toEqual([])
  })
})

describe('a budget', () => {
  const budget = (total: string, ...lines: readonly string[]) =>
    said(
      'budget/lines-do-not-add-up',
      `budget q1_money "Quarter one" total ${total} USD owner summer {\n${lines.map((line, at) => `  line part${at} "Part" ${line} USD`).join('\n')}\n}`,
    )

  it('may differ from its lines by what rounding explains', () => {
    expect(budget('10_000', '3_333', '3_333', '3_333')).toEqual([])
    expect(budget('1_000', '333.33', '333.33', '333.33')).toEqual([])
  })

  it('may differ by no more', () => {
    expect(budget('10_000', '3_333', '3_333', '3_331')).toHaveLength(1)
    expect(budget('1_000', '333.33', '333.33', '333.30')).toHaveLength(1)
  })
})

describe('a metric with a standard name', () => {
  const cost = (unit: string, measure: string) => `measure ${measure} "Paid" in USD per month sum from hubrunner
measure leads "Leads" in leads per month sum at least 1 from hubrunner
metric cost_per_lead "Cost per lead" in ${unit} per month lower is better = ${measure} / leads`

  it.each(['spend', 'marketing_cost', 'ad_spend', 'cost', 'budget_used'])(
    'has the standard formula with %s, which is money spent',
    (name) => {
      expect(said('formula/library-name-clash', cost('USD/lead', name))).toEqual([])
    },
  )

  it('does not with money of another kind', () => {
    expect(said('formula/library-name-clash', cost('USD/lead', 'sales_cost'))).toHaveLength(1)
    expect(said('formula/library-name-clash', cost('USD/lead', 'ad_revenue'))).toHaveLength(1)
  })
})

describe('a date on which nothing can be done yet', () => {
  const before = (rest: string) =>
    `[x] task build_format "Build" for keepable_mail expects email_churn down @ben 20h start 2027-02-01 ${rest}`
  const behind =
    '[ ] task test_format "Test" for keepable_mail expects email_churn down @chidi 4h start 2027-02-16 due 2027-02-19 after build_format'
  const all = (rest: string) => said('schedule', `${before(rest)}\n${behind}`)

  it.each(['due 2027-02-11 done 2027-03-11', 'due 2027-03-11 done 2027-03-11', 'done 2027-03-11'])('is told once: %s', (rest) => {
    expect(all(rest).filter((message) => message.includes('2027-03-1'))).toEqual([
      '`build_format` is marked done on 2027-03-11, which is after the status date 2027-02-12. Correct one of the two.',
    ])
  })

  it('is believed up to the status date', () => {
    expect(all('due 2027-02-11 done 2027-02-12').filter((message) => message.includes('2027-02-12'))).toEqual([])
  })
})

describe('the scope of a goal', () => {
  const channels = 'channel web "Website" owner ben\nchannel bing "Bing" owner ben'
  const scope = (title: string, more = channels, measurable?: string) =>
    said('smart/scope-missing', `${more}\n${exampleGoal({ title, specific: '', scope: '', ...(measurable && { measurable }) })}`)

  it('is asked for where there is a choice, with what fits and no other', () => {
    expect(scope('Send what people keep')).toEqual([
      '`keepable_mail` names no channel, campaign or segment, so it covers everything. Add `scope email` or whatever it is meant for.',
    ])
    expect(
      scope('Send what people keep', channels, 'measurable guideline_hit_rate increase from 80% in 2026-12 to 90% in 2027-03'),
    ).toEqual(['`keepable_mail` names no channel, campaign or segment, so it covers everything. Add `scope` with what it is meant for.'])
  })

  it('is not asked for where the words say it, or where there is one channel', () => {
    expect(scope('Send email that people keep')).toEqual([])
    expect(scope('Send what people keep', '')).toEqual([])
  })
})

describe('the reason of an ignore', () => {
  const ignoring = (reason: string) =>
    said(
      'hygiene/ignore-without-reason',
      `segment loyal "Loyal" rule "Opened" from hubrunner owner ben ignore "automation/unused-segment" because "${reason}"`,
    )

  it('is not the words that stand in for one', () => {
    expect(ignoring('Say why')).toHaveLength(1)
    expect(ignoring(' ')).toHaveLength(1)
    expect(ignoring('The campaign comes next quarter')).toEqual([])
  })
})
