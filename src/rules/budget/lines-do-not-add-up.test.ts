import { expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'

function saidOf(budget: string): readonly string[] {
  const text = `strategy p "P" { period 2027 stage review asof 2027-01-12 currency EUR }\nbudget b "B" ${budget}\n`
  return judgeExample({ text, isWhole: true })
    .findings.filter(({ code }) => code === 'budget/lines-do-not-add-up')
    .map(({ message }) => message)
}

it.each([
  ['lines rounded to thousands', 'total 100_400 { line a "A" 50k line b "B" 50k }'],
  ['a total rounded to a hundred thousand', 'total 1.5M { line a "A" 1_460_000 }'],
  ['thirds as whole percents', 'total 9_000 { line a "A" 33% line b "B" 33% line c "C" 33% }'],
  ['shares beside an amount', 'total 9_000 { line a "A" 40% line b "B" 5_400 }'],
  ['periods of a share', 'total 9_000 { line a "A" 100% { 2027-01 4k 2027-02 5k } }'],
])('%s are no difference', (_, budget) => {
  expect(saidOf(budget)).toEqual([])
})

it.each([
  ['lines rounded to thousands', 'total 101_001 { line a "A" 50k line b "B" 50k }'],
  ['a total rounded to a hundred thousand', 'total 1.5M { line a "A" 1_440_000 }'],
  ['a total that is written to its last unit', 'total 6_000 { line a "A" 5_999 }'],
  ['shares', 'total 9_000 { line a "A" 33% line b "B" 33% line c "C" 30% }'],
  ['periods of a share', 'total 9_000 { line a "A" 100% { 2027-01 4_000 2027-02 4_000 } }'],
])('%s differ by more than rounding explains', (_, budget) => {
  expect(saidOf(budget)).toHaveLength(1)
})

it('a share of no total is reported', () => {
  expect(saidOf('{ line a "A" 40% }')).toEqual([
    '`a` is 40% of a total that `b` does not have. Write `total` with an amount in the budget.',
  ])
})
