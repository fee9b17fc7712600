import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'

const goal = `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
  outcome    missed on 2027-04-02
}`
const review = 'review closing "What we learned" on 2027-04-09 about keepable_mail lesson "Shorter subject lines keep readers" owner ben'

export const closedWithOpenWork = rule({
  code: 'plan/closed-with-open-work',
  levels: levels('-', '-', 'W'),
  summary: 'A closed plan has no open task.',
  why: 'Work that is neither finished nor cancelled is forgotten when nobody looks at the plan any more.',
  fix: 'Finish the tasks, move them to the next plan, or cancel them.',
  bad: { text: `${goal}\n${review}`, stage: 'closed' },
  good: { text: `${goal}\n${review}`, stage: 'running' },
  check(plan, report) {
    const { strategy } = plan
    if (!strategy || plan.stage !== 'closed') return
    const open = plan.all('task').filter((task) => task.mark !== 'done' && task.mark !== 'cancelled')
    if (open.length === 0) return
    report(
      strategy,
      open.length === 1
        ? t('The plan is closed and one task is open. Finish or cancel it, or say in a review why it stays.')
        : t('The plan is closed and {count} tasks are open. Finish or cancel them, or say in a review why they stay.', {
            count: open.length,
          }),
      {
        related: open.map((task) => ({ place: task.place, message: t('`{name}` is open', { name: task.name }) })),
        fixes: [
          {
            title: t('Cancel the open tasks'),
            changes: open.map(({ markPlace }) => ({ type: 'set-mark' as const, markPlace, mark: 'cancelled' as const })),
            isSafe: false,
          },
        ],
      },
    )
  },
})
