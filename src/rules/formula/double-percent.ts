import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { dropFactor, partText, problemsOf } from './formula.js'

export const doublePercent = rule({
  code: 'formula/double-percent',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A ratio is turned into percent once, by its unit.',
  why: 'The unit `%` already shows a ratio in percent. A factor of 100 on top of it makes the value a hundred times too large.',
  fix: 'Drop `* 100`.',
  bad: 'metric complaint_index "Complaints, for the newsletter" in % per month kpi = complaint_rate * 100',
  good: 'metric complaint_index "Complaints, for the newsletter" in % per month kpi = complaint_rate',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/double-percent')) {
      const { literal, owner, subject } = problem
      const parts = { subject: partText(subject), metric: facts.name }
      const isMultiple = facts.element.in?.unit.symbol === 'x'
      const message = isMultiple
        ? t('`{metric}` is shown as a multiple, and `* 100` makes 3x into 300x. Drop `* 100`, or show it in `%`.', parts)
        : t('`{subject}` is already shown in percent, and `* 100` makes 2.8% into 280%. Drop `* 100`.', parts)
      report(literal, message, { about: facts.element, other: parts.subject, fixes: dropFactor(owner, literal, false) })
    }
  },
})
