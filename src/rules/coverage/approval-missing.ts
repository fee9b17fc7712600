import { t } from '@vscode/l10n'
import { isStep } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Approved } from '../../plan/people/approvals.js'
import { approvalsOf, isApprovalOpen } from '../../plan/people/approvals.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'
import { giveApproval } from '../fixes/give-approval.js'
import { inTicks } from '../wording/wording.js'

export const approvalMissing = rule({
  code: 'coverage/approval-missing',
  levels: levels('-', '-', 'W'),
  isDated: true,
  summary: 'What has begun to count was signed off first.',
  why: 'A sign-off that comes after the fact can no longer change anything.',
  fix: 'Get the approval and write `given` with the day, or drop the clause where nobody has to sign.',
  bad: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-10 done 2027-02-10 approval summer',
  good: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-10 done 2027-02-10 approval summer given 2027-02-09',
  check(plan, report) {
    for (const use of approvalsOf(plan)) {
      const { approval, element } = use
      const since = isApprovalOpen(plan, use) ? dueSince(plan, element) : undefined
      if (since === undefined) continue
      const values = { name: element.name, by: inTicks(approval.by.map((ref) => ref.name)) }
      const details = {
        about: element,
        other: approval.by.map((ref) => ref.name).join(' '),
        fixes: giveApproval(plan, approval),
      }
      if (since === 'stage')
        report(
          approval,
          t('`{name}` is {stage}, and {by} did not sign it off. Add `given` with the day.', { ...values, stage: plan.stage }),
          {
            ...details,
            levels: levels('-', '-', 'E'),
          },
        )
      else if (since === 'done')
        report(approval, t('`{name}` is done, and {by} did not sign it off. Add `given` with the day.', values), details)
      else
        report(
          approval,
          t('`{name}` has its day on {date}, and {by} did not sign it off. Add `given` with the day.', { ...values, date: since }),
          details,
        )
    }
  },
})

/** Since when something needs its sign-off: its stage, that it is done, or its date, where that has come. */
function dueSince(plan: Plan, element: Approved): 'stage' | 'done' | PlainDate | undefined {
  if (element.kind === 'strategy') return 'stage' // at earlier stages the rule is silent
  if (isStep(element) && element.mark === 'done') return 'done'
  if (element.kind === 'goal' && element.outcome) return 'done'
  const date = dateOf(plan, element)
  return date !== undefined && date <= plan.statusDate.date ? date : undefined
}

/** The day on which it is too late: the end of a step, the deadline of a goal, the first day of what goes out or is spent. */
function dateOf(plan: Plan, element: Exclude<Approved, { kind: 'strategy' }>): PlainDate | undefined {
  switch (element.kind) {
    case 'task':
    case 'milestone':
      return daysOf(plan, element)?.end
    case 'goal':
      return goalFacts(plan).get(element.name)?.deadline
    case 'communication':
      return element.on?.date
    case 'campaign':
      return element.period?.start ?? element.sends.flatMap((send) => send.date?.date ?? []).sort()[0]
    case 'budget':
      return element.rows.map(({ period }) => period.start).sort()[0] ?? plan.strategy?.period?.start
  }
}
