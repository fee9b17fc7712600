import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const assumptionUnchecked = rule({
  code: 'risk/assumption-unchecked',
  levels: levels('-', 'I', 'I'),
  summary: 'Every assumption is checked some day.',
  why: 'An assumption is silent until it breaks, and then the goals that rest on it break too.',
  fix: 'Add `check` with a date, or with a cadence.',
  bad: `assumption list_size "The list stays between 50 000 and 52 000" owner ben`,
  good: `assumption list_size "The list stays between 50 000 and 52 000" owner ben check 2027-02-26`,
  check(plan, report) {
    for (const assumption of plan.all('assumption')) {
      if (isGiven(assumption, 'check')) continue
      report(
        assumption,
        t('`{name}` has no check date. Assumptions are silent until they break; add `check`.', { name: assumption.name }),
        {
          fixes: [insertClauses(assumption, ['check every month'])],
        },
      )
    }
  },
})
