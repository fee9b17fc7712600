import { t } from '@vscode/l10n'
import { approvalsOf, isApprovalOpen } from '../../plan/people/approvals.js'
import { levels, rule } from '../engine/rule.js'
import { giveApproval } from '../fixes/give-approval.js'
import { inTicks } from '../wording/wording.js'

export const approvalOverdue = rule({
  code: 'schedule/approval-overdue',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  yieldsTo: ['coverage/approval-missing'],
  summary: 'A sign-off is given by its last day.',
  why: 'What waits for a signature waits without anybody seeing it.',
  fix: 'Ask for the approval and write `given` with the day, or give it a new last day.',
  bad: '[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-22 due 2027-02-24 approval summer until 2027-02-10',
  good: '[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-22 due 2027-02-24 approval summer until 2027-02-10 given 2027-02-09',
  check(plan, report) {
    for (const use of approvalsOf(plan)) {
      const { approval, element } = use
      const { by, until } = approval
      if (!until || until.date >= plan.statusDate.date || !isApprovalOpen(plan, use)) continue
      const names = by.map((ref) => ref.name)
      report(
        until,
        t('{by} should have signed off `{name}` by {date}. Ask for it, or give it a new last day.', {
          by: inTicks(names),
          name: element.name,
          date: until.date,
        }),
        { about: element, other: names.join(' '), fixes: giveApproval(plan, approval) },
      )
    }
  },
})
