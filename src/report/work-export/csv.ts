import type { Plan } from '../../plan/model/plan.js'
import { percent } from '../task-list.js'
import { csvTable } from './table.js'
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
    dates?.isLengthKnown ? String(dates.length) : '',
    dates?.slack === undefined ? '' : String(dates.slack),
    dates?.isCritical ? 'yes' : 'no',
    hours ?? '',
    percent(progress),
    step.after.map((ref) => ref.name).join(', '),
  ])
  return csvTable(columns, rows)
}
