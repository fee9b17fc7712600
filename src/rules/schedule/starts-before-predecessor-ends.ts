import { t } from '@vscode/l10n'
import { nextWorkingDay } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { type FaultyLinks, faultyLinks } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { endsOf, moveDate, namesOf } from './schedule.js'

export const startsBeforePredecessorEnds = rule({
  code: 'schedule/starts-before-predecessor-ends',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'A task starts on a working day after what it waits for.',
  why: 'Work that waits for a result cannot begin while the result is still in the making.',
  fix: 'Move `start`, or drop the `after` when the two may overlap.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-04 due 2027-03-12 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format',
  check(plan, report) {
    for (const { step, worst, end, others } of faultyLinks(plan, 'start')) {
      if (step.kind !== 'task' || !step.start) continue
      const next = nextWorkingDay(plan.calendar, end)
      report(step.start, said(step.start.date, next, { step, worst, end, others }), {
        about: step,
        other: worst.before.name,
        related: endsOf([worst, ...others]),
        fixes: step.due && next > step.due.date ? [] : [moveDate('start', step.start, next)],
      })
    }
  },
})

function said(start: PlainDate, next: PlainDate, { step, worst, end, others }: FaultyLinks): string {
  const words = { step: step.name, start, before: worst.before.name, end, next, others: namesOf(others) }
  if (others.length > 0)
    return end === start
      ? t(
          '`{step}` starts on {start}, the day on which `{before}` ends; it waits for {others} as well. It can begin on the next working day, {next}.',
          words,
        )
      : t(
          '`{step}` starts on {start}, and `{before}`, which it waits for, ends on {end}; it waits for {others} as well. It can begin on the next working day, {next}.',
          words,
        )
  return end === start
    ? t('`{step}` starts on {start}, the day on which `{before}` ends. It can begin on the next working day, {next}.', words)
    : t(
        '`{step}` starts on {start}, and `{before}`, which it waits for, ends on {end}. It can begin on the next working day, {next}.',
        words,
      )
}
