import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { contradictions } from './contradictions.js'

const frame = `strategy spring "Spring" { period 2027-Q1 stage running asof 2027-02-12 }
source crm "CRM"
`
const funnel = `measure visitors "Visitors" in visitors per month sum from crm
measure appointments "Appointments" in appointments per month sum from crm
measure spend "Spend" in EUR per month sum from crm
metric booking_rate "Booking rate" in % per month = appointments / visitors else none
metric cpa "Cost" in EUR/appointment per month = spend / appointments else none
`

function said(text: string) {
  const { plan } = judgeExample({ text: `${frame}${text}`, isWhole: true })
  return contradictions(plan).map(({ members, at }) => ({
    members: members.map((one) => `${one.said.number} ${one.said.text}`),
    at: `${at.said.number} ${at.said.text}`,
  }))
}

function goal(...clauses: string[]) {
  return `goal g "G" { ${clauses.join(' ')} timebound 2027-Q1 }\n`
}

describe('targets that contradict each other', () => {
  it('are told with the smallest set, at the one that comes of the others', () => {
    const text = goal(
      'measurable visitors to 2_000 visitors in 2027-Q1',
      'measurable booking_rate to 5% in 2027-Q1',
      'measurable appointments to 400 appointments in 2027-Q1',
    )
    expect(said(funnel + text)).toEqual([
      { members: ['appointments 400 appointments', 'visitors 2_000 visitors', 'booking_rate 5%'], at: 'appointments 400 appointments' },
    ])
  })

  it('are none where a bound leaves room', () => {
    const text = goal(
      'measurable visitors to at least 2_000 visitors in 2027-Q1',
      'measurable booking_rate to 5% in 2027-Q1',
      'measurable appointments to 400 appointments in 2027-Q1',
    )
    expect(said(funnel + text)).toEqual([])
  })

  it('are none within what the last digit leaves open', () => {
    const of = (rate: string) =>
      goal(
        'measurable visitors to 2_000 visitors in 2027-Q1',
        `measurable booking_rate to ${rate} in 2027-Q1`,
        'measurable appointments to 109 appointments in 2027-Q1',
      )
    expect(said(funnel + of('5%'))).toEqual([])
    expect(said(funnel + of('5.0%'))).toHaveLength(1)
  })

  it.each([
    [
      'of different windows',
      'measurable visitors to 2_000 visitors in 2027-Q1 measurable booking_rate to 5% in 2027-03 measurable appointments to 400 appointments in 2027-Q1',
    ],
    [
      'of a goal that is dropped',
      'measurable visitors to 2_000 visitors in 2027-Q1 measurable booking_rate to 5% in 2027-Q1 measurable appointments to 400 appointments in 2027-Q1 outcome dropped on 2027-01-05',
    ],
  ])('are none %s', (_, clauses) => {
    expect(said(funnel + goal(clauses))).toEqual([])
  })

  it('are none in goals that are limited to different things', () => {
    const channels = 'channel email "Email"\nchannel web "Web"\n'
    const one =
      'goal a "A" { scope email measurable visitors to 2_000 visitors in 2027-Q1 measurable booking_rate to 5% in 2027-Q1 timebound 2027-Q1 }\n'
    const other = (scope: string) =>
      `goal b "B" { scope ${scope} measurable appointments to 400 appointments in 2027-Q1 timebound 2027-Q1 }\n`
    expect(said(`${funnel}${channels}${one}${other('web')}`)).toEqual([])
    expect(said(`${funnel}${channels}${one}${other('email')}`)).toHaveLength(1)
  })

  it('take the months of a quarter together', () => {
    const months =
      'measurable visitors to 600 visitors in 2027-01 measurable visitors to 700 visitors in 2027-02 measurable visitors to 800 visitors in 2027-03'
    const total = (value: string) => goal(months, `measurable visitors to ${value} in 2027-Q1`)
    expect(said(funnel + total('2_100 visitors'))).toEqual([])
    expect(said(funnel + total('2_200 visitors'))).toHaveLength(1)
    expect(
      said(funnel + goal('measurable visitors to 600 visitors in 2027-01', 'measurable visitors to 500 visitors in 2027-Q1')),
    ).toHaveLength(1)
    expect(said(funnel + goal('measurable visitors to 600 visitors in 2027-01', 'measurable visitors to 900 visitors in 2027-Q1'))).toEqual(
      [],
    )
  })

  it('know bounds, least values and guards', () => {
    const bounded = funnel.replace('= appointments / visitors', 'bounds 0% .. 10% = appointments / visitors')
    const text = goal('measurable visitors to 2_000 visitors in 2027-Q1', 'measurable appointments to 400 appointments in 2027-Q1')
    expect(said(bounded + text)).toHaveLength(1)
    expect(said(funnel + text)).toEqual([])
    expect(
      said(
        funnel +
          goal(
            'measurable appointments to 400 appointments in 2027-Q1',
            'measurable visitors to 2_000 visitors in 2027-Q1',
            'guard booking_rate at most 10%',
          ),
      ),
    ).toHaveLength(1)
  })

  it('are told once for what one change mends', () => {
    const text = goal(
      'measurable visitors to 2_000 visitors in 2027-Q1',
      'measurable booking_rate to 5% in 2027-Q1',
      'measurable appointments to 400 appointments in 2027-Q1',
      'measurable cpa to 50 EUR/appointment in 2027-Q1',
    )
    expect(said(`${funnel}${text}budget m "Money" total 40_000 EUR for g`).map(({ at }) => at)).toEqual([
      'appointments 400 appointments',
      'cpa 50 EUR/appointment',
    ])
  })

  it('know the money of the one budget for the goal', () => {
    const text = goal('measurable appointments to 400 appointments in 2027-Q1', 'measurable cpa to at most 50 EUR/appointment in 2027-Q1')
    expect(said(`${funnel}${text}budget m "Money" total 40_000 EUR for g`)).toEqual([
      { members: ['appointments 400 appointments', 'spend 40_000 EUR', 'cpa 50 EUR/appointment'], at: 'cpa 50 EUR/appointment' },
    ])
    expect(said(`${funnel}${text}budget m "Money" total 20_000 EUR for g`)).toEqual([])
    expect(said(`${funnel}${text}budget m "Money" total 40_000 EUR for g\nbudget n "More" total 1 EUR for g`)).toEqual([])
  })

  it.each([
    [
      'growth',
      'growth(visitors)',
      'measurable m to 10% in 2027-02',
      'measurable visitors to 1_000 visitors in 2027-01',
      'measurable visitors to 1_500 visitors in 2027-02',
      'in % per month',
    ],
    [
      'change',
      'change(visitors)',
      'measurable m to 10 visitors in 2027-02',
      'measurable visitors to 1_000 visitors in 2027-01',
      'measurable visitors to 1_500 visitors in 2027-02',
      'in visitors per month',
    ],
    [
      'previous',
      'previous(visitors)',
      'measurable m to 900 visitors in 2027-02',
      'measurable visitors to 1_000 visitors in 2027-01',
      '',
      'in visitors per month',
    ],
    ['max', 'max(visitors, 100)', 'measurable m to 90 visitors in 2027-02', '', '', 'in visitors per month'],
    ['min', 'min(visitors, 100)', 'measurable m to 110 visitors in 2027-02', '', '', 'in visitors per month'],
    [
      'abs',
      'abs(visitors - 100)',
      'measurable m to 10 visitors in 2027-02',
      'measurable visitors to 300 visitors in 2027-02',
      '',
      'in visitors per month',
    ],
    [
      'round',
      'round(visitors / 3)',
      'measurable m to 100 visitors in 2027-02',
      'measurable visitors to 600 visitors in 2027-02',
      '',
      'in visitors per month',
    ],
    [
      'average',
      'average(visitors)',
      'measurable m to 500 visitors in 2027-02',
      'measurable visitors to 600 visitors in 2027-02',
      '',
      'in visitors per month',
    ],
    [
      'median of groups',
      'median(visitors, 10, 20)',
      'measurable m to 15 visitors in 2027-02',
      'measurable visitors to 30 visitors in 2027-02',
      '',
      'in visitors per month',
    ],
  ])('are found through %s', (_, formula, own, first, second, unit) => {
    const text = `${funnel}metric m "M" ${unit} = ${formula} else none\n${goal(first, second, own)}`
    expect(said(text)).toHaveLength(1)
  })
})

/** A made-up plan: counts, and numbers computed from them, all with a target in March that is their value, rounded. */
const counts = ['a', 'b', 'c', 'd']

interface Made {
  readonly name: string
  readonly formula: string
  readonly unit: '%' | 'leads'
  readonly value: Fraction | undefined
  readonly decimals: number
  /** Rests on counts alone, so that the formula determines the value to its last digit. */
  readonly isDetermined: boolean
}

const recipe = fc.record({
  kind: fc.constantFrom('ratio', 'sum', 'difference', 'product', 'max', 'min', 'absolute'),
  left: fc.nat(20),
  right: fc.nat(20),
  decimals: fc.nat(3),
})

function madeNumbers(
  values: readonly number[],
  recipes: readonly { kind: string; left: number; right: number; decimals: number }[],
): Made[] {
  const made: Made[] = counts.map((name, at) => ({
    name,
    formula: '',
    unit: 'leads',
    value: new Fraction(values[at] ?? 0),
    decimals: 0,
    isDetermined: false,
  }))
  for (const [at, { kind, left, right, decimals }] of recipes.entries()) {
    const leads = made.filter(({ unit }) => unit === 'leads')
    const rates = made.filter(({ unit }) => unit === '%')
    const one = leads[left % leads.length]
    const other = kind === 'product' ? rates[right % Math.max(rates.length, 1)] : leads[right % leads.length]
    if (!one || !other) continue
    const [x, y] = [one.value, other.value]
    const isDetermined = one.formula === '' && other.formula === ''
    const add = (formula: string, unit: Made['unit'], compute: (x: Fraction, y: Fraction) => Fraction | undefined) =>
      made.push({ name: `n${at}`, formula, unit, decimals, isDetermined, value: x && y && compute(x, y) })
    if (kind === 'ratio') add(`${one.name} / ${other.name}`, '%', (p, q) => (q.equals(0) ? undefined : p.div(q)))
    if (kind === 'sum') add(`${one.name} + ${other.name}`, 'leads', (p, q) => p.add(q))
    if (kind === 'difference') add(`${one.name} - ${other.name}`, 'leads', (p, q) => p.sub(q))
    if (kind === 'product') add(`${one.name} * ${other.name}`, 'leads', (p, q) => p.mul(q))
    if (kind === 'max') add(`max(${one.name}, ${other.name})`, 'leads', (p, q) => (p.compare(q) > 0 ? p : q))
    if (kind === 'min') add(`min(${one.name}, ${other.name})`, 'leads', (p, q) => (p.compare(q) < 0 ? p : q))
    if (kind === 'absolute') add(`abs(${one.name} - ${other.name})`, 'leads', (p, q) => p.sub(q).abs())
  }
  return made
}

function written({ value, unit, decimals }: Made, steps = 0): string {
  const scaled = (unit === '%' ? value?.mul(100) : value) ?? new Fraction(0)
  const text = scaled
    .add(new Fraction(steps, 10 ** decimals))
    .round(decimals)
    .toString(decimals)
  const [whole = '0', part = ''] = text.split('.')
  const digits = decimals > 0 ? `${whole}.${part.padEnd(decimals, '0')}` : whole
  return unit === '%' ? `${digits}%` : `${digits} leads`
}

function textOf(made: readonly Made[], broken?: Made): string {
  const measures = counts.map((name) => `measure ${name} "${name}" in leads per month sum from crm\n`).join('')
  const metrics = made
    .filter(({ formula }) => formula)
    .map(({ name, formula, unit }) => `metric ${name} "${name}" in ${unit} per month = ${formula} else none\n`)
  const aims = made
    .filter(({ value }) => value)
    .map((one) => `measurable ${one.name} to ${written(one, one === broken ? 3 : 0)} in 2027-03`)
  return `${measures}${metrics.join('')}${goal(...aims)}`
}

describe('made-up plans', () => {
  const plans = fc.tuple(fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 }), fc.array(recipe, { minLength: 1, maxLength: 8 }))

  it('never contradict themselves where every target is the rounded value of its formula', () => {
    fc.assert(
      fc.property(plans, ([values, recipes]) => {
        expect(said(textOf(madeNumbers(values, recipes)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('contradict themselves where one target lies beyond the rounding of a value that counts determine', () => {
    let tried = 0
    fc.assert(
      fc.property(plans, fc.nat(), ([values, recipes], choice) => {
        const made = madeNumbers(values, recipes)
        const determined = made.filter((one) => one.isDetermined && one.value)
        const broken = determined[choice % Math.max(determined.length, 1)]
        if (!broken) return
        tried++
        expect(said(textOf(made, broken)).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
    expect(tried).toBeGreaterThan(100)
  })
})
