import { t } from '@vscode/l10n'
import { livingTasks } from '../../plan/alive.js'
import { clausesOf } from '../../plan/given.js'
import { appendTo, insertClauses } from '../fixes.js'
import { levels, rule } from '../rule.js'

export const blockedWithoutReason = rule({
  code: 'schedule/blocked-without-reason',
  levels: levels('W', 'W', 'W'),
  summary: 'A blocked task says what blocks it.',
  why: 'Nobody can help with an obstacle that nobody can see.',
  fix: 'Add `blocked because` with the obstacle.',
  bad: '[!] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12',
  good: '[!] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 blocked because "The vendor has not answered"',
  check(plan, report) {
    for (const task of livingTasks(plan)) {
      const clauses = clausesOf(task, 'blocked')
      if (task.mark !== 'blocked' || task.blocked?.because?.text.trim() || clauses.some((clause) => !clause.readable)) continue
      const reason = `because "${t('What it waits for')}"`
      report(
        task.blocked ?? task.markPlace,
        t('`{task}` is blocked, and nobody can see by what. Add `blocked because`.', { task: task.name }),
        {
          about: task,
          fixes: task.blocked
            ? task.blocked.because
              ? []
              : [appendTo(task.blocked, ` ${reason}`)]
            : [insertClauses(task, [`blocked ${reason}`])],
        },
      )
    }
  },
})
