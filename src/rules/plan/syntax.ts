import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const syntax = rule({
  code: 'plan/syntax',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'The text of a plan can be read to its end.',
  why: 'What cannot be read is not checked, so a slip here hides everything that stands on the line.',
  fix: 'Correct the line as the message says. The elements around it are still checked.',
  bad: 'channel "Website"',
  good: 'channel web "Website"',
  check: reportFaults('plan/syntax'),
})
