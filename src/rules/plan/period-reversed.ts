import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const periodReversed = rule({
  code: 'plan/period-reversed',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A period ends after it begins.',
  why: 'A period that runs backwards holds no day, so nothing can happen in it.',
  fix: "Swap the two dates, or correct the one that is wrong. The strategy's period needs at least two days.",
  bad: 'person dana "Dana Levi" works 16h per week skills writing, forms away 2027-02-05 .. 2027-02-01',
  good: 'person dana "Dana Levi" works 16h per week skills writing, forms away 2027-02-01 .. 2027-02-05',
  check: reportFaults('plan/period-reversed'),
})
