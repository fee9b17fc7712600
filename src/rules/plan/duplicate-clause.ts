import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const duplicateClause = rule({
  code: 'plan/duplicate-clause',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A clause that holds one fact is given once.',
  why: 'With two answers to one question, each reader takes another one.',
  fix: 'Keep the clause that holds, and remove the other.',
  bad: `channel web "Website" {
  owner ben
  owner dana
}`,
  good: `channel web "Website" {
  owner ben
}`,
  check: reportFaults('plan/duplicate-clause'),
})
