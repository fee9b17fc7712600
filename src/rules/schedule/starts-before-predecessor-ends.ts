import { t } from '@vscode/l10n'
import { nextWorkingDay } from '../../plan/quantity/calendar.js'
import { everyStepLink } from '../../plan/schedule/step-links.js'
import { levels, rule } from '../engine/rule.js'
import { moveDate } from './schedule.js'

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
    for (const { step, before, end, fault } of everyStepLink(plan)) {
      if (fault !== 'start' || end === undefined || !step.start) continue
      const next = nextWorkingDay(plan.calendar, end)
      const words = { step: step.name, start: step.start.date, before: before.name, end, next }
      report(
        step.start,
        end === step.start.date
          ? t('`{step}` starts on {start}, the day on which `{before}` ends. It can begin on the next working day, {next}.', words)
          : t(
              '`{step}` starts on {start}, and `{before}`, which it waits for, ends on {end}. It can begin on the next working day, {next}.',
              words,
            ),
        {
          about: step,
          other: before.name,
          related: [{ place: before.place, message: t('`{before}` ends on {end}.', { before: before.name, end }) }],
          fixes: step.due && next > step.due.date ? [] : [moveDate('start', step.start, next)],
        },
      )
    }
  },
})
