import { describe, expect, it } from 'vitest'
import { measured, phaseSketch, planSketch, refTo, span, strategySketch, taskSketch } from '../../../test/sketch/plan-sketch.js'
import type { Budget, BudgetLine, MoneyRow, PlanElement, Strategy, Task, Tool } from '../elements/elements.js'
import type { Grain } from '../quantity/quantity.js'
import { money } from './money.js'

const { steps: _, ...bare } = phaseSketch('bare', [])
const place = bare.place
const strategy: Strategy = { ...strategySketch(span('2027-01-04', '2027-04-09')), currency: { currency: 'USD', place } }

function row(month: string, value: string): MoneyRow {
  return { place, period: { ...span(`${month}-01`, `${month}-28`), grain: 'month' }, value: measured(value) }
}

function line(name: string, amount: string | undefined, more: Partial<BudgetLine> = {}): BudgetLine {
  const own = { share: undefined, spent: undefined, via: [], category: undefined, rows: [], budget: 'q1' }
  return { ...bare, kind: 'line', name, amount: amount === undefined ? undefined : measured(amount), ...own, ...more }
}

function budget(total: string | undefined, lines: readonly BudgetLine[], more: Partial<Budget> = {}): Budget {
  const own = { for: [], owners: [], approvals: [], returns: [], rows: [], lines }
  return { ...bare, kind: 'budget', name: 'q1', total: total === undefined ? undefined : measured(total), ...own, ...more }
}

function task(name: string, cost: string, from: string, more: Partial<Task> = {}): Task {
  return { ...taskSketch(name), costs: [{ place, value: measured(cost), from: refTo(from) }], ...more }
}

function tool(name: string, cost: string, per: Grain, from: string, decision: 'keep' | 'retire' = 'keep'): Tool {
  const costs = { place, value: measured(cost), per, from: refTo(from) }
  return { ...bare, kind: 'tool', name, is: undefined, costs, owners: [], connects: [], decision: { place, decision } }
}

function moneyOf(...elements: readonly PlanElement[]) {
  const lines = elements.flatMap((element) => (element.kind === 'budget' ? element.lines : []))
  return money(planSketch([...elements, ...lines]))
}

describe('the money of a budget', () => {
  it('takes the sum of the lines where no total is written', () => {
    const [facts] = moneyOf(strategy, budget(undefined, [line('a', '0.1USD'), line('b', '0.2USD')])).budgets
    expect(facts).toMatchObject({ total: '0.3', sumOfLines: '0.3' })
  })

  it('derives the return on investment from returns and total', () => {
    const returns = [{ place, text: { text: 'Margin', place }, value: measured('18000USD') }]
    expect(moneyOf(strategy, budget('6000USD', [], { returns })).budgets[0]?.romi).toBe('2')
  })

  it('knows no return on a total of nothing', () => {
    const returns = [{ place, text: { text: 'Margin', place }, value: measured('18000USD') }]
    expect(moneyOf(strategy, budget('0USD', [], { returns })).budgets[0]?.romi).toBeUndefined()
  })

  it('takes a share of the total for the amount of a line, and knows none without a total', () => {
    const lines = [line('a', undefined, { share: measured('40%') }), line('b', '60USD')]
    expect(moneyOf(strategy, budget('100USD', lines)).budgets[0]).toMatchObject({
      sumOfLines: '100',
      lines: [{ amount: '40' }, { amount: '60' }],
    })
    expect(moneyOf(strategy, budget(undefined, lines)).budgets[0]?.sumOfLines).toBeUndefined()
  })

  it('does not add up what is in another currency', () => {
    const [facts] = moneyOf(strategy, budget('100USD', [line('a', '50USD'), line('b', '50EUR')])).budgets
    expect(facts?.sumOfLines).toBeUndefined()
  })

  it('puts the periods of its lines beside its own', () => {
    const lines = [line('a', undefined, { rows: [row('2027-01', '30'), row('2027-02', '20')] }), line('b', '0USD')]
    const [facts] = moneyOf(strategy, budget('60USD', lines, { rows: [row('2027-01', '40'), row('2027-02', '20')] })).budgets
    expect(facts?.periods.map(({ amount, inLines }) => [amount, inLines])).toEqual([
      ['40', '30'],
      ['20', '20'],
    ])
  })

  it('leaves a period open where a line is not split', () => {
    const lines = [line('a', undefined, { rows: [row('2027-01', '30')] }), line('b', '10USD')]
    expect(moneyOf(strategy, budget('40USD', lines, { rows: [row('2027-01', '40')] })).budgets[0]?.periods[0]?.inLines).toBeUndefined()
  })
})

describe('the need of a line', () => {
  const design = budget('4000USD', [line('design', '4000USD', { spent: measured('500USD') })])

  it('adds what living tasks and tools draw, a yearly cost in twelfths of the months that the plan touches', () => {
    const facts = moneyOf(
      strategy,
      design,
      task('a', '1000USD', 'design'),
      task('cancelled', '9000USD', 'design', { mark: 'cancelled' }),
      tool('mailer', '1200USD', 'year', 'design'),
      tool('retired', '1200USD', 'year', 'design', 'retire'),
    ).lines.get('design')
    expect(facts).toMatchObject({ need: '1400', spent: '500', committed: '900' })
  })

  it('rounds a share of a yearly cost to the minor unit', () => {
    expect(moneyOf(strategy, design, tool('mailer', '1000USD', 'year', 'design')).lines.get('design')?.need).toBe('333.33')
  })

  it('is unknown when a tool costs money per year and the plan has no period', () => {
    const frame = { ...strategy, period: undefined }
    expect(moneyOf(frame, design, tool('mailer', '1000USD', 'year', 'design')).lines.get('design')?.need).toBeUndefined()
  })

  it('is in the currency of its budget where the strategy has none', () => {
    const frame = strategySketch(span('2027-01-04', '2027-04-09'))
    const [inDollars, inEuros] = [task('a', '100USD', 'design'), task('a', '100EUR', 'design')]
    expect(moneyOf(frame, design, inDollars).lines.get('design')).toMatchObject({ need: '100', draws: [{ by: 'a', amount: '100' }] })
    expect(moneyOf(frame, design, inEuros).lines.get('design')?.draws).toMatchObject([{ by: 'a', amount: undefined }])
  })

  it('commits nothing where more is spent than needed', () => {
    expect(moneyOf(strategy, design, task('a', '100USD', 'design')).lines.get('design')?.committed).toBe('0')
  })
})
