import { t } from '@vscode/l10n'
import { stepKinds } from '../../plan/elements/elements.js'
import { isActive, isOpen } from '../../plan/model/active.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { isReversed } from '../../plan/schedule/step-links.js'
import { elementRule, levels } from '../engine/rule.js'

export const overdue = elementRule({
  code: 'schedule/overdue',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  summary: 'What was due is done.',
  why: 'Work that is late without a new date makes every date behind it doubtful.',
  fix: 'Finish it and mark it, or give it a new date.',
  bad: '[~] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-10',
  good: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-10 done 2027-02-10',
  kinds: stepKinds,
  checkEach(plan, step, report) {
    if (!isActive(step) || step.kind === 'decision') return
    const end = isOpen(step) && !isReversed(step) ? daysOf(plan, step)?.end : undefined
    if (end === undefined || end >= plan.statusDate.date) return
    report(
      step.due ?? step.dueFrom ?? step,
      t('`{step}` was due on {end} and is open. Finish it, or give it a new date.', { step: step.name, end }),
      {
        about: step,
      },
    )
  },
})
