import { levels, rule } from '../engine/rule.js'
import { reportFaults } from './plan.js'

export const clauseNotAllowed = rule({
  code: 'plan/clause-not-allowed',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'An element has only the clauses of its kind.',
  why: 'A clause in the wrong place has no effect, so the plan would promise something that nobody checks.',
  fix: 'Move the clause to the element that it is about, or remove it.',
  bad: 'channel web "Website" owner ben { guard complaint_rate at most 0.10% }',
  good: 'channel web "Website" owner ben',
  check: reportFaults('plan/clause-not-allowed'),
})
