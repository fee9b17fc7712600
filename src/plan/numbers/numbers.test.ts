import { describe, expect, test } from 'vitest'
import { measureSketch, metricSketch } from '../../../test/sketch/number-sketch.js'
import { planSketch } from '../../../test/sketch/plan-sketch.js'
import type { NumberElement } from '../elements/elements.js'
import { formulaText } from '../formula/formula-text.js'
import { expandedFormula } from './expansion.js'
import { numbers } from './numbers.js'

const measures = [
  measureSketch('clicks', 'clicks', 'month', 'sum'),
  measureSketch('delivered', 'emails', 'month', 'sum', { atLeast: '1' }),
  measureSketch('recipients', 'contacts', 'month', 'distinct', { atLeast: '1' }),
  measureSketch('leavers', 'contacts', 'month', 'sum'),
  measureSketch('quarterly', 'contacts', 'quarter', 'sum', { atLeast: '1' }),
  measureSketch('followers', 'followers', 'month', 'last', { atLeast: '1' }),
  measureSketch('spend', 'EUR', 'month', 'sum'),
  measureSketch('fees', 'USD', 'month', 'sum'),
  measureSketch('leads', 'leads', 'month', 'sum', { atLeast: '1' }),
  measureSketch('orders', 'orders', 'month', 'sum', { atLeast: '1' }),
  measureSketch('customers', 'customers', 'month', 'sum', { atLeast: '1' }),
  measureSketch('basket', 'EUR/order', 'month', 'average'),
]

function factsOf(unit: string, formula: string, more: readonly NumberElement[] = []) {
  const facts = numbers(planSketch([...measures, ...more, metricSketch('it', unit, formula)])).get('it')
  if (!facts) throw new Error('no facts')
  return facts
}

function problems(unit: string, formula: string, more: readonly NumberElement[] = []): string[] {
  return factsOf(unit, formula, more).problems.map((problem) => problem.code.replace('formula/', ''))
}

describe('units of a formula', () => {
  test.each([
    ['%', 'clicks / delivered'],
    ['EUR/lead', 'spend / leads'],
    ['EUR', 'spend / leads * leads'],
    ['contacts', 'leavers + quarterly - quarterly'],
    ['%', '1 - clicks / delivered'],
    ['EUR/customer', 'basket * (orders / customers)'],
    ['%', 'growth(clicks)'],
    ['clicks', 'change(clicks)'],
    ['%', '(spend - 5 EUR) / spend'],
    ['score', 'clicks / delivered * 100'],
  ])('%s fits %s', (unit, formula) => {
    expect(problems(unit, formula).filter((code) => /unit|currency/.test(code))).toEqual([])
  })

  test.each([
    ['EUR', 'clicks + spend', 'unit-mismatch'],
    ['EUR', 'spend + fees', 'currency-mismatch'],
    ['%', 'spend / fees', 'currency-mismatch'],
    ['%', 'spend / leads', 'declared-unit-mismatch'],
    ['EUR', 'max(clicks, spend)', 'unit-mismatch'],
    ['clicks', 'clicks + leads', 'mixed-counts'],
    ['EUR', 'spend + 5', 'number-without-unit'],
    ['%', '2 - clicks / delivered', 'number-without-unit'],
  ])('in %s, %s is %s', (unit, formula, code) => {
    expect(problems(unit, formula)).toContain(code)
  })

  test('one operator gives one finding and silences what rests on it', () => {
    expect(problems('EUR', '(clicks + spend) + fees')).toEqual(['unit-mismatch'])
  })

  test('percent less percent is percentage points', () => {
    const rates = [metricSketch('a', '%', 'clicks / delivered'), metricSketch('b', '%', 'leads / delivered')]
    expect(problems('pp', 'a - b', rates)).toEqual([])
    expect(problems('%', 'a - b', rates)).toEqual(['declared-unit-mismatch'])
    expect(problems('%', '1 - a', rates)).toEqual([])
    expect(problems('%', '100% - a', rates)).toEqual([])
  })

  test('a part and its whole may be added', () => {
    const part = measureSketch('hot_leads', 'prospects', 'month', 'sum', { partOf: 'leads' })
    expect(problems('leads', 'leads + hot_leads', [part])).toEqual([])
  })
})

describe('percent factors', () => {
  const rate = metricSketch('rate', '%', 'clicks / delivered')
  test.each([
    ['%', 'clicks / delivered * 100', ['superfluous-percent-factor']],
    ['%', '100 * clicks / delivered', ['superfluous-percent-factor']],
    ['%', '(clicks / delivered) * 100', ['superfluous-percent-factor']],
    ['%', 'rate * 100', ['double-percent']],
    ['%', 'clicks / delivered * 100 * 100', ['superfluous-percent-factor', 'double-percent']],
    ['x', 'clicks / delivered * 100', ['double-percent']],
    ['%', '0.01 * clicks / delivered', ['inverse-percent-factor']],
    ['%', 'rate / 100', ['inverse-percent-factor']],
    ['EUR/email', 'spend / delivered * 1000', []],
  ])('in %s, %s', (unit, formula, codes) => {
    expect(problems(unit, formula, [rate])).toEqual(codes)
  })

  test('a superfluous factor marks the metric as scaled', () => {
    expect(factsOf('%', 'clicks / delivered * 100').isScaled).toBe(true)
    expect(factsOf('%', 'clicks / delivered').isScaled).toBe(false)
  })
})

describe('grain and additivity', () => {
  test.each([
    ['clicks + leads', 'additive'],
    ['clicks * 2', 'additive'],
    ['followers', 'semi'],
    ['recipients', 'non'],
    ['clicks / delivered', 'non'],
    ['clicks - followers', 'non'],
    ['cumulative(clicks)', 'semi'],
  ])('%s is %s', (formula, additivity) => {
    expect(factsOf('', formula).additivity).toBe(additivity)
  })

  test.each([
    ['leavers / quarterly', ['grain-mismatch']],
    ['sum(leavers over quarter) / quarterly', []],
    ['sum(leavers over month)', ['grain-mismatch']],
    ['sum(recipients over quarter)', ['non-additive-sum']],
    ['sum(followers over quarter)', ['non-additive-sum']],
    ['cumulative(recipients)', ['non-additive-sum']],
    ['average(clicks / delivered over quarter)', ['mean-of-ratios']],
    ['average(leavers / recipients over quarter)', ['distinct-ratio-rollup']],
    ['leavers / followers', []],
  ])('%s', (formula, codes) => {
    expect(problems('', formula)).toEqual(codes)
  })

  test('a formula has the grain of its flows, or of its roll-up', () => {
    expect(factsOf('', 'clicks / delivered').grain).toBe('month')
    expect(factsOf('', 'sum(leavers over quarter) / quarterly').grain).toBe('quarter')
  })
})

describe('calls', () => {
  test.each([
    ['grwth(clicks)', ['bad-call']],
    ['growth(clicks, leads)', ['bad-call']],
    ['sum(5)', ['bad-call']],
    ['round(clicks / delivered, clicks)', ['bad-call']],
    ['abs(clicks over quarter)', ['bad-call']],
    ['round(clicks / delivered, 3)', []],
    ['min(clicks, leads)', []],
  ])('%s', (formula, codes) => {
    expect(problems('', formula)).toEqual(codes)
  })
})

describe('denominators and constants', () => {
  test.each([
    ['delivered / clicks', ['possible-division-by-zero']],
    ['clicks / delivered', []],
    ['clicks / (delivered - leads)', ['possible-division-by-zero']],
    ['clicks / (delivered - delivered)', ['division-by-zero']],
    ['clicks / (2 * delivered - delivered - delivered)', ['division-by-zero']],
    ['clicks / 50000', ['hidden-constant']],
    ['clicks / 12', []],
    ['40 + 15', ['constant']],
  ])('%s', (formula, codes) => {
    expect(problems('', formula)).toEqual(codes)
  })

  test('a divisor that is a difference is told apart from a measure that can be 0', () => {
    const isDifference = (formula: string) =>
      factsOf('', formula).problems.map((problem) => 'isDifference' in problem && problem.isDifference)
    expect(isDifference('clicks / (delivered - leads)')).toEqual([true])
    expect(isDifference('delivered / clicks')).toEqual([false])
  })

  test('an unknown name fits everything and is no constant', () => {
    expect(problems('EUR', 'spend + nobody')).toEqual([])
    expect(problems('EUR', 'nobody')).toEqual([])
  })
})

describe('metrics that rest on metrics', () => {
  test('members of a loop have no unit, and what rests on them is in error', () => {
    const loop = [metricSketch('a', '%', 'b'), metricSketch('b', '%', 'a + 1')]
    const all = numbers(planSketch([...measures, ...loop, metricSketch('it', '%', 'a * 100')]))
    expect(all.loops).toEqual([['a', 'b']])
    expect(all.get('a')).toMatchObject({ isInLoop: true, hasError: true, unit: undefined })
    expect(all.get('it')).toMatchObject({ isInLoop: false, hasError: true, problems: [] })
  })

  test('a formula is expanded to its measures', () => {
    const plan = planSketch([...measures, metricSketch('rate', '%', 'clicks / delivered'), metricSketch('it', '%', '1 - rate')])
    const expanded = expandedFormula(plan, 'it')
    expect(expanded && formulaText(expanded)).toBe('1 - (clicks / delivered)')
    expect(
      numbers(plan)
        .measuresUnder('it')
        .map((measure) => measure.name),
    ).toEqual(['clicks', 'delivered'])
  })

  test('a formula is expanded within its calls and signs, and a metric in a loop stays a name', () => {
    const plan = planSketch([
      ...measures,
      metricSketch('rate', '%', 'clicks / delivered'),
      metricSketch('best', '%', 'max(rate, -rate)'),
      metricSketch('loop', '%', 'loop + clicks'),
      metricSketch('it', '%', 'best + loop'),
    ])
    const expanded = expandedFormula(plan, 'it')
    expect(expanded && formulaText(expanded)).toBe('max((clicks / delivered), -(clicks / delivered)) + loop')
  })

  test('an expansion goes fifty metrics deep', () => {
    const chain = Array.from({ length: 60 }, (_, at) => metricSketch(`m${at}`, 'clicks', at === 0 ? 'clicks' : `m${at - 1}`))
    const plan = planSketch([...measures, ...chain])
    const [deep, deeper] = [expandedFormula(plan, 'm50'), expandedFormula(plan, 'm51')]
    expect([deep && formulaText(deep), deeper && formulaText(deeper)]).toEqual(['clicks', 'm0'])
  })

  test('an expansion stops at some 300 parts', () => {
    const doubling = Array.from({ length: 20 }, (_, at) =>
      metricSketch(`m${at}`, 'clicks', at === 0 ? 'clicks' : `m${at - 1} + m${at - 1}`),
    )
    const expanded = expandedFormula(planSketch([...measures, ...doubling]), 'm19')
    const names = (expanded && formulaText(expanded))?.match(/\w+/g) ?? []
    expect(names.length).toBeGreaterThan(50)
    expect(names.length).toBeLessThan(300)
    expect(names).toContain('clicks')
    expect(names).toContain('m18')
  })

  test('twenty thousand metrics on top of each other are typed without a stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => metricSketch(`m${at}`, 'clicks', at === 0 ? 'clicks' : `m${at - 1} + clicks`))
    const all = numbers(planSketch([...measures, ...chain.reverse()]))
    expect(all.get('m19999')).toMatchObject({ hasError: false, additivity: 'additive', grain: 'month' })
  })
})
