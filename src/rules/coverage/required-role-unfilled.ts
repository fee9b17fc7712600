import { t } from '@vscode/l10n'
import type { Person, Role } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { isCertain } from '../../plan/model/readable-clauses.js'
import { personsOf } from '../../plan/people/people.js'
import { levels, rule } from '../engine/rule.js'
import { addName } from '../fixes/add-name.js'
import { personName } from '../wording/person-name.js'

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
    if (!plan.all('person').every((person) => isCertain(plan, person, 'fills', person.fills, ['role']))) return
    for (const role of plan.all('role')) {
      if (!role.required || personsOf(plan, role).length > 0) continue
      report(role, t('The role `{role}` is required and nobody fills it. Add `fills {role}` to a person.', { role: role.name }), {
        fixes: fillBy(plan, role),
      })
    }
  },
})

/** Somebody who has a skill of the role, else somebody without a role. */
function fillBy(plan: Plan, role: Role): readonly Fix[] {
  const skills = new Set(role.skills.map((skill) => skill.word))
  const persons = plan.all('person')
  const fitting: Person | undefined =
    persons.find((person) => person.skills.some((skill) => skills.has(skill.word))) ??
    persons.find((person) => person.fills.length === 0) ??
    persons[0]
  if (!fitting) return []
  const changes = addName(fitting, 'fills', fitting.fills, role.name)
  return [{ title: t('Let {person} fill `{role}`', { person: personName(fitting), role: role.name }), changes, isSafe: false }]
}
