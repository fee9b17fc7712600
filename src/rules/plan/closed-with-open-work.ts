import { t } from '@vscode/l10n'
import { levels, rule } from '../rule.js'

export const closedWithOpenWork = rule({
  code: 'plan/closed-with-open-work',
  levels: levels('-', '-', 'W'),
  summary: 'A closed plan has no open task.',
  why: 'Work that is neither finished nor cancelled is forgotten when nobody looks at the plan any more.',
  fix: 'Finish the tasks, move them to the next plan, or cancel them.',
  bad: { text: '', stage: 'closed' },
  good: { text: '', stage: 'running' },
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
