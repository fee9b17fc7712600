import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const unresolvedMerge = rule({
  code: 'plan/unresolved-merge',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'No merge has stopped in the text.',
  why: 'Two plans stand in the file at once, so nothing that is said about it would be true of either.',
  fix: 'Keep one of the two sides at each conflict, and delete the lines of `<`, `=` and `>`.',
  bad: `<<<<<<< HEAD
channel web "Website"
=======
channel web "Our website"
>>>>>>> new-titles
`,
  good: 'channel web "Website"',
  check: reportFaults('plan/unresolved-merge'),
})
