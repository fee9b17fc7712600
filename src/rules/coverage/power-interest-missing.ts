import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const powerInterestMissing = rule({
  code: 'coverage/power-interest-missing',
  levels: levels('-', '-', 'I'),
  summary: 'Every stakeholder has a place in the power and interest grid.',
  why: 'How often somebody should hear from the plan, and whether they should decide with you, follows from their power and their interest.',
  fix: 'Add `power` and `interest`, each `low`, `medium` or `high`.',
  bad: `stakeholder customers "Customers" kind customer contact ben needs "Fewer unwanted mails"`,
  good: `stakeholder customers "Customers" kind customer power low interest low contact ben needs "Fewer unwanted mails"`,
  inBrief: (count) => t('{count} stakeholders have no place in the power and interest grid yet', { count }),
  check(plan, report) {
    for (const { stakeholder, isExempt } of coverage(plan).stakeholders) {
      if (isExempt) continue
      const missing = (['power', 'interest'] as const).filter((keyword) => !isGiven(stakeholder, keyword))
      if (missing.length === 0) continue
      report(stakeholder, message(stakeholder.name, missing), {
        fixes: [
          insertClauses(
            stakeholder,
            missing.map((keyword) => `${keyword} medium`),
          ),
        ],
      })
    }
  },
})

function message(name: string, missing: readonly ('power' | 'interest')[]): string {
  if (missing.length === 2) return t('`{name}` has no place in the power and interest grid. Add `power` and `interest`.', { name })
  return missing[0] === 'power'
    ? t('How much power `{name}` has over the plan is not said. Add `power`, so that they have a place in the grid.', { name })
    : t('How much interest `{name}` takes in the plan is not said. Add `interest`, so that they have a place in the grid.', { name })
}
