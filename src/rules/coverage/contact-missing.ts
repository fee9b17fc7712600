import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { answererBehind, isUnfilled } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { keepFirst } from '../fixes/keep-one-name.js'
import { inTicks } from '../wording/wording.js'

export const contactMissing = rule({
  code: 'coverage/contact-missing',
  levels: levels('I', 'W', 'W'),
  summary: 'Every stakeholder has one person who speaks for them.',
  why: 'Questions and complaints of a group reach the plan only when somebody on our side listens to it.',
  fix: 'Add `contact` with one person.',
  bad: `stakeholder customers "Customers" kind customer power low interest low needs "Fewer unwanted mails"`,
  good: `stakeholder customers "Customers" kind customer power low interest low needs "Fewer unwanted mails" contact ben`,
  inBrief: (count) => t('{count} stakeholders have no contact yet', { count }),
  check(plan, report) {
    for (const { stakeholder, isExempt } of coverage(plan).stakeholders) {
      if (isExempt) continue
      const { name, contacts } = stakeholder
      if (!isGiven(stakeholder, 'contact')) {
        const person = defaultPerson(plan)
        report(stakeholder, t('Nobody speaks for `{name}` on our side. Add `contact` with one person.', { name }), {
          fixes: person ? [insertClauses(stakeholder, [`contact ${person}`])] : [],
        })
        continue
      }
      const [first, second] = contacts
      if (first && second && answererBehind(plan, first) !== answererBehind(plan, second)) {
        const names = inTicks(contacts.map((ref) => ref.name))
        report(second, t('{names} are all the contact of `{name}`, so each can wait for the other. Name one person.', { names, name }), {
          about: stakeholder,
          other: second.name,
          fixes: keepFirst(stakeholder, 'contact', contacts),
        })
      }
      const group = answererBehind(plan, first)
      if (first && !second && group && group.kind !== 'person' && !isUnfilled(plan, group)) {
        report(
          first,
          t('`{group}` is the contact of `{name}`. A group answers less surely than one person. Name one of its people.', {
            group: first.name,
            name,
          }),
          {
            about: stakeholder,
            other: first.name,
          },
        )
      }
    }
  },
})
