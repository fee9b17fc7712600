import { t } from '@vscode/l10n'
import { statedIn, stating } from '../../plan/numbers/stated-values.js'
import { formatExact, multiply } from '../../plan/quantity/exact.js'
import { elementRule, levels } from '../engine/rule.js'
import { numberPlace, valueText } from './formula.js'

export const percentAsNumber = elementRule({
  code: 'formula/percent-as-number',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'The value of a number shown in percent is written with `%`.',
  why: 'A ratio of 60 is 6000%. Whoever wrote 60 almost surely meant 60%, and the checker must not guess.',
  fix: 'Write `%` behind the number.',
  bad: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 0.05 in 2025-09',
  good: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 0.05% in 2025-09',
  kinds: stating,
  checkEach(plan, element, report) {
    for (const stated of statedIn(plan, element)) {
      if (stated.fit !== 'without percent') continue
      const { value, facts, element } = stated
      const symbol = facts.unit?.symbol ?? '%'
      const message = t('{value} on `{number}` would be {percent}%. Write `{withUnit}`.', {
        value: valueText(value),
        number: facts.name,
        percent: formatExact(multiply(value.amount, '100')),
        withUnit: `${valueText(value)}${symbol}`,
      })
      const fix = { title: t('Write `{text}`', { text: `${value.text}${symbol}` }), isSafe: false }
      report(value, message, {
        about: element,
        other: facts.name,
        fixes: [{ ...fix, changes: [{ type: 'append', place: numberPlace(value), text: symbol }] }],
      })
    }
  },
})
