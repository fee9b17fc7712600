import type { Plan } from '../../plan/model/plan.js'
import { workingDays } from '../../plan/quantity/calendar.js'
import { round, toNumber } from '../../plan/quantity/exact.js'
import type { StepDates } from '../../plan/schedule/schedule.js'
import { percent } from '../task-list.js'
import { spreadsheetCsv } from './table.js'
import { titleOf, workItems } from './work-item.js'

const columns = [
  'name',
  'kind',
  'title',
  'state',
  'phase',
  'goals',
  'people',
  'accountable',
  'start',
  'end',
  'working days',
  'slack',
  'critical',
  'hours',
  'progress',
  'after',
  'priority',
]

/** Every task and milestone of a plan, a row each, for a spreadsheet. */
export function workCsv(plan: Plan): string {
  const rows = workItems(plan).map(({ step, title, phase, goals, people, accountable, dates, hours, progress }) => [
    step.name,
    step.kind,
    title,
    step.mark,
    phase ? titleOf(phase) : '',
    goals.map((goal) => goal.name).join(', '),
    people.map(titleOf).join(', '),
    accountable ? titleOf(accountable) : '',
    dates?.start ?? '',
    dates?.end ?? '',
    dates ? (lengthOf(dates, plan) ?? '') : '',
    dates?.slack ?? '',
    dates?.isCritical ? 'yes' : 'no',
    hours === undefined ? '' : toNumber(round(hours, 2)),
    percent(progress),
    step.after.map((ref) => ref.name).join(', '),
    (step.kind === 'task' && step.priority?.level) || '',
  ])
  return spreadsheetCsv(columns, rows)
}

/** Working days from the first to the last; undefined where the plan does not say. */
function lengthOf({ start, end, length, isLengthKnown }: StepDates, plan: Plan): number | undefined {
  // What was done early or late has taken other than its written days.
  if (start !== undefined && end !== undefined && start < end) return workingDays(plan.calendar, start, end)
  return isLengthKnown ? length : undefined
}
