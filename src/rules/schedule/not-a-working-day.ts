import { t } from '@vscode/l10n'
import { type Goal, type SitedDate, type Step, stepKinds } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { isWorkingDay, nextWorkingDay, previousWorkingDay, workingDays } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { isDayOff, toWorkingDay, whyNoWorkingDay } from './schedule.js'

export const notAWorkingDay = elementRule({
  code: 'schedule/not-a-working-day',
  levels: levels('I', 'I', 'I'),
  summary: 'Work starts and ends on working days.',
  why: 'Nobody works on that day, so the work in fact starts later or has to be ready earlier.',
  fix: 'Move the date to a working day.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-13 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format',
  kinds: [...stepKinds, 'goal'],
  checkEach(plan, element, report) {
    if (!isActive(element)) return
    if (element.kind === 'goal') judgeDeadline(plan, element, report)
    else judgeStep(plan, element, report)
  },
})

function wordsFor(plan: Plan, date: PlainDate) {
  return {
    date,
    why: whyNoWorkingDay(plan, date),
    next: nextWorkingDay(plan.calendar, date),
    previous: previousWorkingDay(plan.calendar, date),
  }
}

function judgeStep(plan: Plan, step: Step, report: ReportFinding): void {
  if (hasNoWorkingTime(plan, step)) return
  const judge = (keyword: 'start' | 'due', written: SitedDate): void => {
    const words = { ...wordsFor(plan, written.date), step: step.name }
    const message =
      keyword === 'start'
        ? t('{date}, the start of `{step}`, is {why}. The next working day is {next}.', words)
        : t('{date}, the due date of `{step}`, is {why}. The working day before is {previous}.', words)
    report(written, message, { about: step, fixes: [toWorkingDay(plan, keyword, written)] })
  }
  if (step.kind === 'task' && isDayOff(plan, step.start)) judge('start', step.start)
  if (isDayOff(plan, step.due)) judge('due', step.due)
}

/** The end of what is written as a period is where time is divided, and no day on which something has to be ready. */
function judgeDeadline(plan: Plan, goal: Goal, report: ReportFinding): void {
  const bound = goal.timebound
  if (!bound || !('by' in bound) || isWorkingDay(plan.calendar, bound.by.date)) return
  const words = { ...wordsFor(plan, bound.by.date), goal: goal.name }
  report(bound.by, t('{date}, the deadline of `{goal}`, is {why}. The working day before is {previous}.', words), {
    about: goal,
    levels: levels('-', 'I', 'I'),
    fixes: [replaceBy(bound.by, words.previous)],
  })
}

/** Then `schedule/no-working-time` speaks. */
function hasNoWorkingTime(plan: Plan, step: Step): boolean {
  return (
    step.kind === 'task' &&
    step.start !== undefined &&
    step.due !== undefined &&
    workingDays(plan.calendar, step.start.date, step.due.date) === 0
  )
}
