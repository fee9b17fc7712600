import { t } from '@vscode/l10n'
import { areFillsKnown, isUnfilled } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { fillBy, relatedUses, usesOfRoles } from './coverage.js'

export const requiredRoleUnfilled = rule({
  code: 'coverage/required-role-unfilled',
  levels: levels('I', 'W', 'W'),
  summary: 'Somebody fills every role that the plan requires.',
  why: 'The duties of an empty role are done by nobody, or by everybody a little.',
  fix: 'Add `fills` with the role to a person, or drop `required`.',
  bad: `role email_operations "Email operations" duties "Owns sends, lists and templates" required`,
  good: `role email_operations "Email operations" duties "Owns sends, lists and templates" required
person ben "Ben Cole" works 24h per week skills email, lists fills email_operations`,
  inBrief: (count) => t('{count} required roles are filled by nobody yet', { count }),
  check(plan, report) {
    if (!areFillsKnown(plan)) return
    const uses = usesOfRoles(plan)
    for (const role of plan.all('role')) {
      if (!role.required || !isUnfilled(plan, role)) continue
      report(role, t('The role `{role}` is required and nobody fills it. Add `fills {role}` to a person.', { role: role.name }), {
        fixes: fillBy(plan, role),
        related: relatedUses(uses.get(role.name)),
      })
    }
  },
})
