import { t } from '@vscode/l10n'
import { isOpen } from '../../plan/model/active.js'
import { daysOf } from '../../plan/schedule/schedule.js'
import { elementRule, levels } from '../engine/rule.js'

export const decisionOverdue = elementRule({
  code: 'schedule/decision-overdue',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  summary: 'What has to be decided is decided by its day.',
  why: 'An open question holds up everything that waits for its answer, and nobody sees it on a list of tasks.',
  fix: 'Write what was decided with `decided`, or give it a new date.',
  bad: 'decision vendor "Which email vendor?" { options "Stay", "Move" owner ben due 2027-02-01 about hubrunner }',
  good: 'decision vendor "Which email vendor?" { options "Stay", "Move" owner ben due 2027-02-01 about hubrunner decided "Stay" on 2027-01-28 because "Moving costs a quarter" }',
  kinds: ['decision'],
  checkEach(plan, decision, report) {
    const end = isOpen(decision) ? daysOf(plan, decision)?.end : undefined
    if (end === undefined || end >= plan.statusDate.date) return
    report(
      decision.due ?? decision.dueFrom ?? decision,
      t('`{name}` was to be decided by {date} and is open. Decide it, or give it a new date.', { name: decision.name, date: end }),
      { about: decision },
    )
  },
})
