import { t } from '@vscode/l10n'
import { type PlanElement, type Role, type Stakeholder, stepKinds, type Team } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import { isActive } from '../../plan/model/active.js'
import { answererBehind, isUnfilled } from '../../plan/people/answering.js'
import { personsOf } from '../../plan/people/people.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { personName } from '../wording/person-name.js'

export const accountableNotAPerson = elementRule({
  code: 'coverage/accountable-not-a-person',
  levels: levels('I', 'W', 'W'),
  summary: 'The owner of a task is a person.',
  why: 'A team shares the work; to answer for it takes one person who can be asked.',
  fix: 'Name one person as owner. The team can stand behind `@`.',
  bad: `[ ] task tidy_folders "Tidy the folders" for keepable_mail owner mops_team @chidi 8h start 2027-03-08 due 2027-03-12 expects email_churn down`,
  good: `[ ] task tidy_folders "Tidy the folders" for keepable_mail owner ben @chidi 8h start 2027-03-08 due 2027-03-12 expects email_churn down`,
  inBrief: (count) => t('A group and no person is accountable for {count} tasks', { count }),
  kinds: stepKinds,
  checkEach(plan, step, report) {
    if (!isActive(step)) return
    for (const ref of step.owners) {
      const group = plan.find(ref, 'team', 'role', 'stakeholder')
      const answering = answererBehind(plan, ref)
      if (!group || answering?.kind === 'person' || isUnfilled(plan, answering)) continue
      const member = personsOf(plan, group)[0]
      report(ref, message(step, ref, group), {
        about: step,
        other: ref.name,
        fixes: member ? [replaceBy(ref, member.name, t('Name {person} as owner', { person: personName(member) }))] : [],
      })
    }
  },
})

function message(step: PlanElement, ref: Ref, group: Team | Role | Stakeholder): string {
  const values = { group: ref.name, task: step.name }
  if (group.kind === 'team') return t('`{group}` is accountable for `{task}`. A team shares the work; name one person of the team.', values)
  if (group.kind === 'role') return t('The role `{group}` is accountable for `{task}`. Name one person who fills it.', values)
  return t('`{group}` are accountable for `{task}`. A group shares the work; name one person of the group.', values)
}
