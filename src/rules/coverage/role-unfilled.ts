import { t } from '@vscode/l10n'
import { areFillsKnown, isUnfilled } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { fillBy, relatedUses, usesOfRoles } from './coverage.js'

export const roleUnfilled = rule({
  code: 'coverage/role-unfilled',
  levels: levels('I', 'W', 'W'),
  summary: 'Somebody fills every role that something depends on.',
  why: 'Work that waits for a role without a person waits for nobody in particular.',
  fix: 'Add `fills` with the role to a person, or name a person instead of the role.',
  bad: `role cmo "Chief marketing officer" duties "Leads marketing"
${exampleGoal({ owner: 'owner      cmo' })}`,
  good: `role cmo "Chief marketing officer" duties "Leads marketing"
person mara "Mara Lindt" works 20h per week fills cmo
${exampleGoal({ owner: 'owner      cmo' })}`,
  inBrief: (count) => t('{count} roles are filled by nobody yet', { count }),
  check(plan, report) {
    if (!areFillsKnown(plan)) return
    const uses = usesOfRoles(plan)
    for (const role of plan.all('role')) {
      const named = uses.get(role.name)
      if (role.required || !named || !isUnfilled(plan, role)) continue
      report(
        role,
        named.length === 1
          ? t('The role `{role}` is named once and nobody fills it. Add `fills {role}` to a person.', { role: role.name })
          : t('The role `{role}` is named {count} times and nobody fills it. Add `fills {role}` to a person.', {
              role: role.name,
              count: named.length,
            }),
        { fixes: fillBy(plan, role), related: relatedUses(named) },
      )
    }
  },
})
