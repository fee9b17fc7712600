import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { excessiveRateOf, impossibleShares } from '../../plan/schedule/strained-work.js'
import { elementRule, levels } from '../engine/rule.js'
import { inHours, inWorkingDays, moveDate } from './schedule.js'

export const unrealisticDailyRate = elementRule({
  code: 'schedule/unrealistic-daily-rate',
  levels: levels('W', 'E', 'E'),
  summary: 'A task asks nobody for more hours a day than a working day has.',
  why: 'The dates or the hours are a slip, or the task needs more people.',
  fix: 'Give it more days or more people.',
  bad: `person nora "Nora Lind" works 60h per week skills testing
[ ] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @nora 40h start 2027-03-08 due 2027-03-11 after build_format`,
  good: `person nora "Nora Lind" works 60h per week skills testing
[ ] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @nora 40h start 2027-03-08 due 2027-03-12 after build_format`,
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const rate = impossibleShares(plan, task).length > 0 ? undefined : excessiveRateOf(plan, task)
    if (!rate) return
    const words = {
      task: task.name,
      hours: inHours(rate.hours),
      days: inWorkingDays(rate.days),
      people: rate.people,
      perDay: inHours(rate.perDay),
    }
    report(
      task.effort ?? task.assignments.find((assignment) => assignment.hours) ?? task,
      rate.people === 1
        ? t('`{task}` needs {hours} in {days} from one person: {perDay} a day. Give it more days or more people.', words)
        : t('`{task}` needs {hours} in {days} from {people} people: {perDay} a day for each. Give it more days or more people.', words),
      { about: task, fixes: task.due && rate.enoughOn !== undefined ? [moveDate('due', task.due, rate.enoughOn)] : [] },
    )
  },
})
