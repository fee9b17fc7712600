import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const invalidDate = rule({
  code: 'plan/invalid-date',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Every date, week, month and quarter exists in the calendar.',
  why: 'A date that does not exist cannot be met, and everything computed from it would be a guess.',
  fix: 'Write the date you meant. The quick fix takes the nearest one that exists.',
  bad: 'person dana "Dana Levi" works 16h per week skills writing, forms away 2027-02-30',
  good: 'person dana "Dana Levi" works 16h per week skills writing, forms away 2027-02-01',
  check: reportFaults('plan/invalid-date'),
})
