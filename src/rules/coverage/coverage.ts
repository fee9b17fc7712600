import { t } from '@vscode/l10n'
import type { Person, Role } from '../../plan/elements/elements.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import type { RefUse } from '../../plan/elements/source.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { addName } from '../fixes/add-name.js'
import { personName } from '../wording/person-name.js'

/** What names each role, apart from the people who fill it; in order of the plan. */
export const usesOfRoles = once((plan: Plan): ReadonlyMap<string, readonly RefUse[]> => {
  const found = new Map<string, RefUse[]>()
  for (const use of plan.refs) {
    if (use.clause === 'fills' || !plan.find(use.ref, 'role')) continue
    const known = found.get(use.ref.name)
    if (known) known.push(use)
    else found.set(use.ref.name, [use])
  }
  return found
})

export function relatedUses(uses: readonly RefUse[] = []): readonly Related[] {
  return uses.map(({ ref, clause, element }) => ({
    place: ref.place,
    message: t('`{clause}` of `{name}` names it.', { clause, name: element.name || (element.title?.text ?? element.kind) }),
  }))
}

/** Somebody who has a skill of the role, else somebody without a role. */
export function fillBy(plan: Plan, role: Role): readonly Fix[] {
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
