import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { elementRule, levels } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'

export const blockedWithoutReason = elementRule({
  code: 'schedule/blocked-without-reason',
  levels: levels('W', 'W', 'W'),
  summary: 'A blocked task says what blocks it.',
  why: 'Nobody can help with an obstacle that nobody can see.',
  fix: 'Add `blocked because` with the obstacle.',
  bad: '[!] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12',
  good: '[!] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 blocked because "The vendor has not answered"',
  kinds: ['task'],
  checkEach(_plan, task, report) {
    if (!isActive(task)) return
    const clauses = clausesOf(task, 'blocked')
    if (task.mark !== 'blocked' || task.blocked?.because?.text.trim() || clauses.some((clause) => !clause.readable)) return
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
  },
})
