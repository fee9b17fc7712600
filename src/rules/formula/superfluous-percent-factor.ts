import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { dropFactor, partText, problemsOf } from './formula.js'

export const superfluousPercentFactor = rule({
  code: 'formula/superfluous-percent-factor',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A quotient in `%` needs no factor of 100.',
  why: 'The unit `%` says how the ratio is shown. `* 100` is understood as “in percent” and changes nothing.',
  fix: 'Drop `* 100`.',
  bad: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints / delivered * 100 else none`,
  good: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints / delivered else none`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/superfluous-percent-factor')) {
      const { literal, owner, subject } = problem
      report(
        literal,
        t('`* 100` is read as “in percent” and changes nothing. The unit `%` of `{metric}` already shows it so.', { metric: facts.name }),
        {
          about: facts.element,
          other: partText(subject),
          fixes: dropFactor(owner, literal, true),
          tags: ['unnecessary'],
        },
      )
    }
  },
})
