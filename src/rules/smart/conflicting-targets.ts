import { t } from '@vscode/l10n'
import { type Claim, claimPairs } from '../../plan/goals/conflicts.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { shown, spanText, targetShown } from './smart.js'

const shorten = `[ ] task shorten_mails "Shorten the mails" for less_churn @dana 6h start 2027-02-16 due 2027-03-03 after audit_workflows expects email_churn down`

export const conflictingTargets = rule({
  code: 'smart/conflicting-targets',
  levels: levels('E', 'E', 'E'),
  summary: 'Targets and guards on one number can hold together.',
  why: 'Where two claims on one number exclude each other, one goal fails for certain, and both may push the work back and forth.',
  fix: 'Change one of the two, or narrow their scopes or periods until they speak of different things.',
  bad: `${exampleGoal({ title: 'Complain less about our mail', measurable: 'measurable complaint_rate decrease from 0.20% in 2026-12 to at most 0.05% in 2027-03', guard: 'guard      email_churn at least 0.70%' }, 'less_churn')}
${shorten.replace('email_churn', 'complaint_rate')}`,
  good: `${exampleGoal({ title: 'Complain less about our mail', measurable: 'measurable complaint_rate decrease from 0.20% in 2026-12 to at most 0.05% in 2027-03', guard: 'guard      email_churn at most 0.90%' }, 'less_churn')}
${shorten.replace('email_churn', 'complaint_rate')}`,
  inBrief: (count) => t('{count} targets exclude each other', { count }),
  check(plan, report) {
    for (const { number, first, second, isConflict } of claimPairs(plan)) {
      if (!isConflict) continue
      report(
        second.place,
        t('{first}, and {second}. Both cannot hold for `{number}`: change one, or narrow the scopes.', {
          first: said(first),
          second: said(second),
          number,
        }),
        {
          about: second.goal,
          other: first.goal === second.goal ? number : first.goal.name,
          related: [{ place: first.place, message: t('{claim} here.', { claim: said(first) }) }],
        },
      )
    }
  },
})

function said(claim: Claim): string {
  const parts = { goal: claim.goal.name, window: spanText(claim.window) }
  if (claim.guard) {
    const value = shown(claim.guard.value)
    return claim.guard.bound === 'at least'
      ? t('`{goal}` guards it at no less than {value}', { goal: parts.goal, value })
      : t('`{goal}` guards it at no more than {value}', { goal: parts.goal, value })
  }
  const { aim } = claim
  if (!aim?.unit || aim.target === undefined) {
    return (aim?.direction ?? 0) < 0 ? t('`{goal}` lowers it in {window}', parts) : t('`{goal}` raises it in {window}', parts)
  }
  const value = targetShown(aim)
  if (claim.high === undefined) return t('`{goal}` asks for at least {value} in {window}', { ...parts, value })
  if (claim.low === undefined) return t('`{goal}` asks for at most {value} in {window}', { ...parts, value })
  return t('`{goal}` holds it at {value} in {window}', { ...parts, value })
}
