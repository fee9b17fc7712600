import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const unknownClause = rule({
  code: 'plan/unknown-clause',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Every clause begins with a word of the language.',
  why: 'A clause that is not understood is not checked, although it was written because it matters.',
  fix: 'Use the word that is suggested, or put the sentence into a `note`.',
  bad: 'channel web "Website" { ownr ben }',
  good: 'channel web "Website" { owner ben }',
  check: reportFaults('plan/unknown-clause'),
})
