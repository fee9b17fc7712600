import { t } from '@vscode/l10n'
import type { Person } from '../../plan/elements/elements.js'
import { strayRefs } from '../../plan/model/stray-refs.js'
import { personsBehind } from '../../plan/people/people.js'
import { levels, rule } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'

/** The clauses that give a person something to do in the plan. */
const partClauses = new Set(['@', 'owner', 'contact', 'supervisor', 'consults', 'informs', 'escalate to', 'approval'])

export const personWithoutWork = rule({
  code: 'coverage/person-without-work',
  levels: levels('-', 'I', 'I'),
  needsEveryPlan: true,
  summary: 'Everybody in the plan has a part in it.',
  why: 'A person without any part was forgotten when the work was shared, or left the team.',
  fix: 'Assign something to them, or leave them out of the plan.',
  bad: `person eva "Eva Brandt" skills design`,
  good: `person eva "Eva Brandt" skills design
[ ] task tidy_folders "Tidy the folders" for keepable_mail @ben 8h consults eva start 2027-03-08 due 2027-03-12 expects email_churn down`,
  inBrief: (count) => t('{count} people have no part in the plan yet', { count }),
  check(plan, report) {
    if (strayRefs(plan).unknown.some((use) => partClauses.has(use.clause))) return
    const people = plan.all('person')
    const busy = new Set<Person>()
    const used = new Set<string>()
    for (const { clause, ref } of plan.refs) {
      if (busy.size === people.length) return
      if (!partClauses.has(clause) || used.has(ref.name)) continue
      used.add(ref.name)
      for (const person of personsBehind(plan, ref)) busy.add(person)
    }
    for (const person of people) {
      if (busy.has(person)) continue
      report(person, t('{person} has no part in the plan. Assign something, or leave them out.', { person: personName(person) }))
    }
  },
})
