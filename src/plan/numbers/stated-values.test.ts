import { expect, test } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { statedValues } from './stated-values.js'

const goal = (clauses: string) => `strategy spring "Spring" { period 2027-01-04 .. 2027-04-09 stage running asof 2027-02-12 }
source crm "CRM"
measure sent "Sent" in messages per month sum from crm
measure clicks "Clicks" in clicks per month sum from crm
metric click_rate "Click rate" in % per month bounds 0% .. 50% = clicks / sent else none
goal g "G" { ${clauses} timebound 2027-01-04 .. 2027-03-31 }
`

function stated(text: string) {
  return statedValues(judgeExample({ text, isWhole: true }).plan).map(({ role, element, value, fit, amount }) =>
    [role, element.name, value.text, fit, amount].join(' ').trim(),
  )
}

const bounds = ['bound click_rate 0% fits 0', 'bound click_rate 50% fits 0.5']

test('a plan states the values of its goals, tasks, benchmarks and actuals, in the order of the text', () => {
  const text = `${goal('measurable click_rate from 2% in 2026-12 by 1pp to 3% in 2027-03 guard sent at least 100 checkpoint 2027-02-26 at 2.5%')}
[ ] task t "T" for g expects click_rate up by 0.5pp, sent up
actuals clicks { 2027-01 20 }`
  expect(stated(text)).toEqual([
    ...bounds,
    'baseline g 2% fits 0.02',
    'change g 1pp fits',
    'target g 3% fits 0.03',
    'guard g 100 fits 100',
    'checkpoint g 2.5% fits 0.025',
    'effect t 0.5pp fits',
    'actual  20 fits 20',
  ])
})

test('a checkpoint of a goal with two measurables is of no number', () => {
  const text = goal('measurable click_rate to 3% in 2027-03 measurable sent to 100 in 2027-03 checkpoint 2027-02-26 at 2.5%')
  expect(stated(text)).toEqual([...bounds, 'target g 3% fits 0.03', 'target g 100 fits 100'])
})

test('units are held against those of the number', () => {
  const fits = (value: string) => stated(goal(`measurable click_rate to ${value} in 2027-03`)).at(-1)
  expect(fits('3')).toBe('target g 3 without percent')
  expect(fits('3 clicks')).toMatch(/ misfit$/)
})
