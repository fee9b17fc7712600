import { t } from '@vscode/l10n'
import ical, { type ICalCalendar, ICalEventTransparency } from 'ical-generator'
import type { Communication } from '../../plan/elements/elements.js'
import { everyGoal } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { approvalsOf, isApprovalOpen } from '../../plan/people/approvals.js'
import { addDays, dayNumber } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { fingerprint } from '../../rules/engine/fingerprint.js'
import { plainText } from '../plain-text.js'
import { type Series, seriesOf } from './series.js'
import { livingItems, titleOf } from './work-item.js'

interface Entry {
  /** What makes it the same entry when the calendar is read again, whenever it then takes place. */
  readonly key: string
  readonly start: PlainDate
  /** The last day; the first where there is only one. */
  readonly end?: PlainDate | undefined
  readonly summary: string
  readonly description?: string | undefined
  readonly series?: Series | undefined
}

/**
 * The days of a plan as an iCalendar file (RFC 5545): tasks, milestones, decisions, communications, sends, checkpoints, deadlines, open approvals and reviews, all day
 * long, none of which makes anybody busy. An entry keeps its UID while the plan keeps its path and the element its name; `today` numbers
 * the revision, so that a calendar takes a later export for the newer one.
 */
export function planCalendar(plan: Plan, today: PlainDate = plan.statusDate.date): string {
  const calendar = ical({
    name: plainText(plan.strategy ? titleOf(plan.strategy) : plan.root),
    prodId: { company: 'mops', product: 'mops' },
  })
  const identity = identityOf(plan)
  for (const entry of entries(plan)) addEvents(calendar, entry, `${entry.key}.${identity}@mops`, today)
  // The library writes this one property as a time, and it has to be of the type of DTSTART (RFC 5545, 3.8.4.4).
  return `${calendar.toString().replace(/^RECURRENCE-ID:(\d{8})T000000Z$/gm, 'RECURRENCE-ID;VALUE=DATE:$1')}\r\n`
}

/** What tells the entries of a plan from those of others made after the same template: where it lies, and whose it is. */
function identityOf(plan: Plan): string {
  return fingerprint([plan.root, plan.strategy?.for?.text ?? '', plan.strategy?.name ?? ''])
}

function addEvents(calendar: ICalCalendar, { start, end, summary, description, series }: Entry, id: string, today: PlainDate): void {
  const common = {
    id,
    allDay: true,
    timezone: 'UTC',
    stamp: midnight(today),
    sequence: dayNumber(today),
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: plainText(summary),
    ...(description && { description: description.split('\n').map(plainText).join('\n') }),
  }
  calendar.createEvent({ ...common, ...daysFrom(start, end), ...(series && { repeating: repetition(series) }) })
  for (const { from, to } of series?.moved ?? [])
    if (to !== undefined) calendar.createEvent({ ...common, ...daysFrom(to), recurrenceId: midnight(from) })
}

/** The lines of a series in its event. */
function repetition({ rule, added, moved }: Series): string {
  const dates = (property: string, days: readonly PlainDate[]) =>
    days.length > 0 ? [`${property};VALUE=DATE:${days.map((day) => day.replaceAll('-', '')).join(',')}`] : []
  const left = moved.flatMap(({ from, to }) => (to === undefined ? from : []))
  return [`RRULE:${rule}`, ...dates('RDATE', added), ...dates('EXDATE', left)].join('\r\n')
}

/** The end of a day-long event is the day after. */
function daysFrom(start: PlainDate, end?: PlainDate | undefined): { readonly start: Date; readonly end: Date } {
  return { start: midnight(start), end: midnight(addDays(end !== undefined && end > start ? end : start, 1)) }
}

function midnight(date: PlainDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function entries(plan: Plan): Entry[] {
  return [
    ...livingItems(plan).flatMap(({ step, title, dates, people }): Entry[] => {
      const end = dates?.end
      if (end === undefined) return []
      return [{ key: `step.${step.name}`, start: dates?.start ?? end, end, summary: title, description: people.map(titleOf).join(', ') }]
    }),
    ...plan.all('communication').flatMap((one) => communicationEntry(plan, one) ?? []),
    ...plan.all('campaign').flatMap((campaign) =>
      campaign.sends.flatMap((send, at): Entry[] => {
        if (!send.date) return []
        return [{ key: `send.${campaign.name}.${at + 1}`, start: send.date.date, summary: titleOf(send) || titleOf(campaign) }]
      }),
    ),
    ...everyGoal(plan)
      .filter((facts) => !facts.isSettled)
      .flatMap(({ goal, deadline }): Entry[] => [
        ...(deadline === undefined
          ? []
          : [{ key: `deadline.${goal.name}`, start: deadline, summary: t('Deadline: {goal}', { goal: titleOf(goal) }) }]),
        ...goal.checkpoints.map(({ date }, at) => ({
          key: `checkpoint.${goal.name}.${at + 1}`,
          start: date.date,
          summary: t('Checkpoint: {goal}', { goal: titleOf(goal) }),
        })),
      ]),
    ...approvalsOf(plan).flatMap((use): Entry[] => {
      const { element, approval } = use
      if (!approval.until || !isApprovalOpen(plan, use)) return []
      const key = `approval.${element.name}.${approval.by.map((ref) => ref.name).join('.')}`
      return [{ key, start: approval.until.date, summary: t('Approval: {name}', { name: titleOf(element) }) }]
    }),
    ...plan
      .all('review')
      .flatMap((one): Entry[] => (one.on ? [{ key: `review.${one.name}`, start: one.on.date, summary: titleOf(one) }] : [])),
  ]
}

/** What takes place once, or again and again from `on`, else from the start of the plan, to the end of the plan. */
function communicationEntry(plan: Plan, one: Communication): Entry | undefined {
  const period = plan.strategy?.period
  const first = one.on?.date ?? (one.every ? period?.start : undefined)
  if (first === undefined) return undefined
  const end = period?.end ?? addDays(first, 365)
  const series = one.every && seriesOf(one.every, first, end, plan.calendar)
  return {
    key: `communication.${one.name}`,
    start: series?.start ?? first,
    summary: titleOf(one),
    description: one.expects.map(({ text }) => text).join('\n'),
    series,
  }
}
