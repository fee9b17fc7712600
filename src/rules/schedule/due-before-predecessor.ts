import { t } from '@vscode/l10n'
import type { Milestone, Task } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { addWorkingDays, nextWorkingDay, workingDays } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { everyStepLink } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter } from './schedule.js'

export const dueBeforePredecessor = rule({
  code: 'schedule/due-before-predecessor',
  levels: levels('W', 'E', 'E'),
  inLibraries: true,
  summary: 'Nothing is due before what it waits for has ended.',
  why: 'Both dates cannot be kept: one of the two tasks will be late, or the dependency is not real.',
  fix: 'Move the later task behind the earlier one, or drop the `after`.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-01 due 2027-03-05 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format',
  check(plan, report) {
    for (const { step, ref, before, end, fault } of everyStepLink(plan)) {
      if (fault !== 'due' || end === undefined || !step.due) continue
      const words = { step: step.name, due: step.due.date, before: before.name, end, next: nextWorkingDay(plan.calendar, end) }
      report(
        step.due,
        end === step.due.date
          ? t(
              '`{step}` is due {due}, the day on which `{before}`, which it waits for, ends. Move it to {next} or later, or drop `after {before}`.',
              words,
            )
          : t(
              '`{step}` is due {due}, before `{before}`, which it waits for, ends on {end}. Move it to {next} or later, or drop `after {before}`.',
              words,
            ),
        {
          about: step,
          other: before.name,
          related: [{ place: before.place, message: t('`{before}` ends on {end}.', { before: before.name, end }) }],
          fixes: [shiftBehind(plan, step, end), ...dropAfter(step, ref)],
        },
      )
    }
  },
})

/** Moves a step to the first days after another, with as many working days as it has. */
function shiftBehind(plan: Plan, step: Task | Milestone, end: PlainDate): Fix {
  const start = nextWorkingDay(plan.calendar, end)
  const length = step.kind === 'task' && step.start && step.due ? workingDays(plan.calendar, step.start.date, step.due.date) : 1
  const due = addWorkingDays(plan.calendar, start, Math.max(1, length))
  return {
    title: t('Move it behind, to {due}', { due }),
    changes: [
      ...(step.kind === 'task' && step.start ? [{ type: 'replace' as const, place: step.start.place, text: start }] : []),
      ...(step.due ? [{ type: 'replace' as const, place: step.due.place, text: due }] : []),
    ],
    isSafe: false,
  }
}
