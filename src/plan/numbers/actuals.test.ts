import { describe, expect, test } from 'vitest'
import { actualsSketch, measureSketch, metricSketch, periodSketch } from '../../../test/sketch/number-sketch.js'
import { planSketch } from '../../../test/sketch/plan-sketch.js'
import { actualsOf, computedIn, latestActual, valueIn } from './actuals.js'

const clicks = measureSketch('clicks', 'clicks', 'month', 'sum')
const delivered = measureSketch('delivered', 'emails', 'month', 'sum')
const recipients = measureSketch('recipients', 'contacts', 'month', 'distinct')
const followers = measureSketch('followers', 'followers', 'month', 'last')
const stock = measureSketch('stock', 'leads', 'month', 'average')
const rate = metricSketch('rate', '%', 'clicks / delivered * 100')
const quarter = periodSketch('2027-Q1')

const plan = planSketch([
  clicks,
  delivered,
  recipients,
  followers,
  stock,
  rate,
  metricSketch('growing', '%', 'growth(clicks)'),
  metricSketch('safe_rate', '%', 'clicks / nothing', { otherwise: 'none' }),
  metricSketch('rounded', '%', 'round(clicks / delivered * 100, 1)'),
  metricSketch('per_quarter', 'clicks', 'sum(clicks over quarter)'),
  measureSketch('nothing', 'emails', 'month', 'sum'),
  actualsSketch('clicks', { '2027-02': '20', '2027-01': '10', '2027-03': '60' }),
  actualsSketch('delivered', { '2027-01': '1000', '2027-02': '1000', '2027-03': '1000' }),
  actualsSketch('recipients', { '2027-01': '900', '2027-02': '900', '2027-03': '900' }),
  actualsSketch('followers', { '2027-01': '5', '2027-02': '6', '2027-03': '9' }),
  actualsSketch('stock', { '2027-01': '10', '2027-02': '20', '2027-03': '10' }),
  actualsSketch('nothing', { '2027-01': '0' }),
])

describe('actuals', () => {
  test('stand in the order of their periods, and the latest has begun', () => {
    expect(actualsOf(plan, 'clicks').map((row) => row.period.text)).toEqual(['2027-01', '2027-02', '2027-03'])
    expect(latestActual(plan, 'clicks', '2027-02-01')?.period.text).toBe('2027-02')
    expect(latestActual(plan, 'clicks', '2026-12-31')).toBeUndefined()
  })

  test('sums add up over a longer span, the last one stands for a level', () => {
    expect(valueIn(plan, 'clicks', quarter)).toBe('90')
    expect(valueIn(plan, 'followers', quarter)).toBe('9')
  })

  test('an average of levels weighs by days', () => {
    expect(valueIn(plan, 'stock', quarter)).toBe('118/9') // (10 × 31 + 20 × 28 + 10 × 31) ÷ 90
  })

  test('a distinct count has no value for a span that was not measured', () => {
    expect(valueIn(plan, 'recipients', quarter)).toBeUndefined()
    expect(valueIn(plan, 'recipients', periodSketch('2027-01'))).toBe('900')
  })

  test('a span that is not measured in full has no sum', () => {
    expect(valueIn(plan, 'clicks', periodSketch('2027'))).toBeUndefined()
  })
})

describe('values of a formula', () => {
  test('a quotient rolls up as ratio of the sums, without the factor that only says percent', () => {
    expect(valueIn(plan, 'rate', quarter)).toBe('0.03')
    expect(valueIn(plan, 'rounded', periodSketch('2027-01'))).toBe('0.01')
  })

  test('growth looks at the period before', () => {
    expect(valueIn(plan, 'growing', periodSketch('2027-03'))).toBe('2')
    expect(valueIn(plan, 'growing', periodSketch('2027-01'))).toBeUndefined()
  })

  test('growth over a span that is no period has nothing like it before', () => {
    expect(valueIn(plan, 'growing', { start: '2027-02-01', end: '2027-03-31' })).toBeUndefined()
    const rows = { '2026-Q4': '20', '2027-01': '10', '2027-02': '20' }
    const begun = planSketch([clicks, metricSketch('growing', '%', 'growth(clicks)'), actualsSketch('clicks', rows)])
    expect(valueIn(begun, 'growing', { start: '2027-01-01', end: '2027-02-28' })).toBeUndefined()
  })

  test('growth of a quarter looks at the quarter before', () => {
    const rows = { '2026-10': '5', '2026-11': '5', '2026-12': '10', '2027-01': '10', '2027-02': '20', '2027-03': '60' }
    const years = planSketch([clicks, metricSketch('growing', '%', 'growth(clicks)'), actualsSketch('clicks', rows)])
    expect(valueIn(years, 'growing', quarter)).toBe('3.5')
  })

  test('a roll-up sums the periods of its span', () => {
    expect(valueIn(plan, 'per_quarter', quarter)).toBe('90')
  })

  test('a mean over a quarter is that of its months', () => {
    const mean = planSketch([
      clicks,
      metricSketch('mean', 'clicks', 'average(clicks)'),
      actualsSketch('clicks', { '2027-01': '10', '2027-02': '20', '2027-03': '60' }),
    ])
    expect(valueIn(mean, 'mean', quarter)).toBe('30')
  })

  test('a division by zero has no value', () => {
    expect(valueIn(plan, 'safe_rate', periodSketch('2027-01'))).toBeUndefined()
  })

  test('the value that the measures give is told apart from the actual', () => {
    const own = planSketch([
      clicks,
      delivered,
      rate,
      actualsSketch('clicks', { '2027-01': '10' }),
      actualsSketch('delivered', { '2027-01': '1000' }),
      actualsSketch('rate', { '2027-01': '2%' }),
    ])
    expect(valueIn(own, 'rate', periodSketch('2027-01'))).toBe('0.02')
    expect(computedIn(own, rate, periodSketch('2027-01'))).toBe('0.01')
  })
})
