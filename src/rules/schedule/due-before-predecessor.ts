import { t } from '@vscode/l10n'
import type { Step } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { addWorkingDays, nextWorkingDay, workingDays } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { type FaultyLinks, faultyLinks } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter, endsOf, namesOf } from './schedule.js'

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
    for (const { step, worst, end, others } of faultyLinks(plan, 'due')) {
      if (!step.due) continue
      report(step.due, said(plan, step.due.date, { step, worst, end, others }), {
        about: step,
        other: worst.before.name,
        related: endsOf([worst, ...others]),
        fixes: [shiftBehind(plan, step, end), ...(others.length === 0 ? dropAfter(step, worst.ref) : [])],
      })
    }
  },
})

function said(plan: Plan, due: PlainDate, { step, worst, end, others }: FaultyLinks): string {
  const words = { step: step.name, due, before: worst.before.name, end, next: nextWorkingDay(plan.calendar, end), others: namesOf(others) }
  if (others.length > 0)
    return end === due
      ? t(
          '`{step}` is due {due}, the day on which `{before}`, which it waits for, ends; it waits for {others} as well. Move it to {next} or later, or drop them from `after`.',
          words,
        )
      : t(
          '`{step}` is due {due}, before `{before}`, which it waits for, ends on {end}; it waits for {others} as well. Move it to {next} or later, or drop them from `after`.',
          words,
        )
  return end === due
    ? t(
        '`{step}` is due {due}, the day on which `{before}`, which it waits for, ends. Move it to {next} or later, or drop `after {before}`.',
        words,
      )
    : t(
        '`{step}` is due {due}, before `{before}`, which it waits for, ends on {end}. Move it to {next} or later, or drop `after {before}`.',
        words,
      )
}

/** Moves a step to the first days after another, with as many working days as it has. */
function shiftBehind(plan: Plan, step: Step, end: PlainDate): Fix {
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
