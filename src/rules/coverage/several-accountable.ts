import { t } from '@vscode/l10n'
import { stepKinds } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import { isActive } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { answererBehind } from '../../plan/people/answering.js'
import { elementRule, levels } from '../engine/rule.js'
import { keepFirst } from '../fixes/keep-one-name.js'
import { personName } from '../wording/person-name.js'
import { series } from '../wording/wording.js'

export const severalAccountable = elementRule({
  code: 'coverage/several-accountable',
  levels: levels('W', 'E', 'E'),
  summary: 'One person is accountable for a task, not several.',
  why: 'With two who answer for it, each can wait for the other.',
  fix: 'Keep one owner. The others can work on the task with `@`, or be consulted.',
  bad: `[ ] task tidy_folders "Tidy the folders" for keepable_mail owner ben, dana @chidi 8h start 2027-03-08 due 2027-03-12 expects email_churn down`,
  good: `[ ] task tidy_folders "Tidy the folders" for keepable_mail owner ben consults dana @chidi 8h start 2027-03-08 due 2027-03-12 expects email_churn down`,
  inBrief: (count) => t('{count} tasks have several owners', { count }),
  kinds: stepKinds,
  checkEach(plan, step, report) {
    if (!isActive(step)) return
    const [first, second] = step.owners
    if (!first || !second || new Set(step.owners.map((ref) => answererBehind(plan, ref) ?? ref.name)).size === 1) return
    report(
      second,
      t('`{task}` has {count} owners: {names}. Each of them can wait for the others. Keep one.', {
        task: step.name,
        count: step.owners.length,
        names: series(step.owners.map((ref) => nameOf(plan, ref))),
      }),
      {
        about: step,
        other: second.name,
        related: [{ place: first.place, message: t('The first owner.') }],
        fixes: keepFirst(step, 'owner', step.owners),
      },
    )
  },
})

function nameOf(plan: Plan, ref: Ref): string {
  const person = plan.find(ref, 'person')
  return person ? personName(person) : `\`${ref.name}\``
}
