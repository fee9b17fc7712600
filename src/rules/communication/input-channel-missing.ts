import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const inputChannelMissing = rule({
  code: 'communication/input-channel-missing',
  levels: levels('-', 'I', 'W'),
  summary: 'Colleagues who are affected can answer.',
  why: 'Those who do the work see first what will not work; a message without a way back wastes that.',
  fix: 'Add `ask` with a question, a place for the answer and a closing date.',
  bad: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  on     2027-01-12
  every  month
  via    email
  owner  dana
}`,
  good: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Say it in the weekly meeting"
  on     2027-01-12
  every  month
  via    email
  owner  dana
}`,
  inBrief: (count) => t('{count} stakeholders are told and cannot answer yet', { count }),
  check(plan, report) {
    const { stakeholders, isTellingCertain } = coverage(plan)
    if (!isTellingCertain) return
    for (const row of stakeholders) {
      const isOwedAnswer = row.affectedBy.length > 0 || !row.isExempt
      if (!row.isInternal || !row.isAffected || !isOwedAnswer) continue
      const [first] = row.communications
      if (!first || row.communications.some(({ element }) => isGiven(element, 'ask'))) continue
      report(
        first.element,
        t('`{name}` are told by `{communication}` and cannot answer. Add `ask` with a place and a closing date.', {
          name: row.stakeholder.name,
          communication: first.element.name,
        }),
        { other: row.stakeholder.name, fixes: [insertClauses(first.element, ['ask "Tell us what you think"'])] },
      )
    }
  },
})
