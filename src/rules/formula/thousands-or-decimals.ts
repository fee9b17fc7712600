import { elementKinds, type PlanElement } from '../../plan/elements/elements.js'
import { elementRule, levels } from '../engine/rule.js'
import { reportValueFaults } from './formula.js'

export const thousandsOrDecimals = elementRule({
  code: 'formula/thousands-or-decimals',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Nobody can take decimals for thousands.',
  why: '`6.000 EUR` is six euros here, and six thousand for half of Europe.',
  fix: 'Write `6_000 EUR` or `6k EUR` for thousands, and no more decimals than the amount needs.',
  bad: 'budget pictures "Pictures" total 6 USD owner summer { line photos "Photos" 5.000 USD  line reserve "Reserve" 1 USD }',
  good: 'budget pictures "Pictures" total 6 USD owner summer { line photos "Photos" 5 USD  line reserve "Reserve" 1 USD }',
  kinds: elementKinds.filter((kind): kind is PlanElement['kind'] => kind !== 'score' && kind !== 'item'),
  checkEach(_plan, element, report) {
    reportValueFaults('formula/thousands-or-decimals', element, report)
  },
})
