import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { dropFactor, partText, problemsOf } from './formula.js'

export const inversePercentFactor = rule({
  code: 'formula/inverse-percent-factor',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A ratio in `%` is not divided by 100.',
  why: 'The value of a ratio is 0.028 and not 2.8; the unit `%` only shows it so. Dividing by 100 makes it a hundred times too small.',
  fix: 'Drop the factor.',
  bad: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = 0.01 * spam_complaints / delivered else none`,
  good: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints / delivered else none`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/inverse-percent-factor')) {
      const { literal, owner, subject } = problem
      const isLeft = owner.right !== literal && owner.operator === '*'
      const factor = isLeft ? `${literal.value.text} *` : `${owner.operator} ${literal.value.text}`
      const message = t('`{factor}` makes `{metric}` a hundred times smaller. The unit `%` needs no factor. Drop it.', {
        factor,
        metric: facts.name,
      })
      report(literal, message, { about: facts.element, other: partText(subject), fixes: dropFactor(owner, literal, false) })
    }
  },
})
