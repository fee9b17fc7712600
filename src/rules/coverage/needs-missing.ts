import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, replaceBy } from '../fixes/fixes.js'

export const needsMissing = rule({
  code: 'coverage/needs-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'What every stakeholder needs is written down.',
  why: 'A goal that is for somebody can only be held against what they need when that is known.',
  fix: 'Add `needs` with the problem that the group wants solved.',
  bad: `stakeholder customers "Customers" kind customer power low interest low contact ben`,
  good: `stakeholder customers "Customers" kind customer power low interest low contact ben needs "Fewer unwanted mails"`,
  inBrief: (count) => t('What {count} stakeholders need is not written down yet', { count }),
  check(plan, report) {
    for (const { stakeholder, isExempt } of coverage(plan).stakeholders) {
      if (isExempt || stakeholder.needs?.text.trim()) continue
      const [clause] = clausesOf(stakeholder, 'needs')
      if (clause && !stakeholder.needs) continue
      report(
        clause ?? stakeholder,
        t('What `{name}` needs is not written down. Add `needs`, so that goals can be held against it.', { name: stakeholder.name }),
        {
          about: stakeholder,
          fixes: [stakeholder.needs ? replaceBy(stakeholder.needs, '"To be asked"') : insertClauses(stakeholder, ['needs "To be asked"'])],
        },
      )
    }
  },
})
