import { t } from '@vscode/l10n'
import type { Task } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { isActive } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { addWorkingDays, nextWorkingDay } from '../../plan/quantity/calendar.js'
import { dateOf } from '../../plan/quantity/days.js'
import { presenceOf } from '../../plan/schedule/presence.js'
import { type Absence, absenceIn, judgedDays } from '../../plan/schedule/strained-work.js'
import { elementRule, levels } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'

export const assigneeAbsent = elementRule({
  code: 'schedule/assignee-absent',
  levels: levels('I', 'W', 'W'),
  summary: 'The only person of a task is there while it runs.',
  why: 'A task whose only person is away does not move.',
  fix: 'Move the task, or assign somebody else.',
  bad: `person nora "Nora Lind" works 20h per week away 2027-03-08 .. 2027-03-10 skills testing
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @nora 4h start 2027-03-08 due 2027-03-12 after build_format`,
  good: `person nora "Nora Lind" works 20h per week away 2027-03-08 .. 2027-03-09 skills testing
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @nora 4h start 2027-03-08 due 2027-03-12 after build_format`,
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const absence = absenceIn(plan, task)
    if (!absence || absence.away * 2 <= absence.days) return
    const words = { person: personName(absence.person), away: absence.away, days: absence.days, task: task.name }
    report(
      task.assignments[0] ?? task,
      absence.away === absence.days
        ? t('{person} is away on all days of `{task}`. Move the task, or assign somebody else.', words)
        : t('{person} is away on {away} of the {days} days of `{task}`. Move the task, or assign somebody else.', words),
      {
        about: task,
        other: absence.person.name,
        related: absence.person.away.map((span) => ({ place: span.place, message: t('{person} is away.', words) })),
        fixes: moveBehind(plan, task, absence),
        ...(absence.away === absence.days && { levels: levels('W', 'E', 'E') }),
      },
    )
  },
})

/** As many days of presence from the end of the last absence that the task meets. */
function moveBehind(plan: Plan, task: Task, { person, days }: Absence): readonly Fix[] {
  const span = judgedDays(plan, task)
  if (!task.start || !task.due || !span) return []
  const met = person.away.filter((away) => away.start <= dateOf(span.to) && away.end >= dateOf(span.from)).map((away) => away.end)
  const { calendar } = presenceOf(plan, person)
  const start = nextWorkingDay(calendar, met.sort().at(-1) ?? dateOf(span.to))
  const due = addWorkingDays(calendar, start, days)
  return [
    {
      title: t('Move it behind the absence, from {start} to {due}', { start, due }),
      changes: [
        { type: 'replace', place: task.start.place, text: start },
        { type: 'replace', place: task.due.place, text: due },
      ],
      isSafe: false,
    },
  ]
}
