import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf } from './formula.js'

export const divisionByZero = rule({
  code: 'formula/division-by-zero',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'No formula divides by 0.',
  why: 'A denominator that is 0 by calculation leaves the metric without any value, whatever is measured.',
  fix: 'Correct the denominator.',
  bad: 'metric complaint_share "Complaints, of what was kept" in % per month kpi = spam_complaints / (delivered - delivered)',
  good: 'metric complaint_share "Complaints, of what was kept" in % per month kpi = spam_complaints / delivered',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/division-by-zero')) {
      const divisor = partText(problem.node.right)
      const message = t('`{divisor}` is always 0, so the division has no result. Correct the denominator of `{metric}`.', {
        divisor,
        metric: facts.name,
      })
      report(problem.node.right, message, { about: facts.element, other: divisor })
    }
  },
})
