import { t } from '@vscode/l10n'
import ical from 'ical-generator'
import { everyGoal } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { addDays } from '../../plan/quantity/dates.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { plainText } from '../plain-text.js'
import { livingItems, titleOf } from './work-item.js'

interface Entry {
  /** What makes it the same entry when the calendar is read again. */
  readonly key: string
  readonly start: PlainDate
  /** The last day; the first where there is only one. */
  readonly end?: PlainDate | undefined
  readonly summary: string
  readonly description?: string | undefined
}

/** The days of a plan as an iCalendar file (RFC 5545): tasks, milestones, communications, sends, checkpoints, deadlines and reviews, all day long. */
export function planCalendar(plan: Plan): string {
  const name = plan.strategy?.name ?? ''
  const calendar = ical({ name: plainText(plan.strategy ? titleOf(plan.strategy) : name), prodId: { company: 'mops', product: 'mops' } })
  const stamp = midnight(plan.statusDate.date)
  for (const { key, start, end, summary, description } of entries(plan)) {
    calendar.createEvent({
      id: `${key}.${name}@mops`,
      start: midnight(start),
      // The end of a day-long event is the day after.
      end: midnight(addDays(end !== undefined && end > start ? end : start, 1)),
      allDay: true,
      timezone: 'UTC',
      stamp,
      summary: plainText(summary),
      ...(description && { description: description.split('\n').map(plainText).join('\n') }),
    })
  }
  return `${calendar.toString()}\r\n`
}

function midnight(date: PlainDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function entries(plan: Plan): Entry[] {
  return [
    ...livingItems(plan).flatMap(({ step, title, dates, people }): Entry[] => {
      const end = dates?.end
      if (end === undefined) return []
      return [{ key: step.name, start: dates?.start ?? end, end, summary: title, description: people.map(titleOf).join(', ') }]
    }),
    ...plan
      .all('communication')
      .flatMap((one): Entry[] =>
        one.on
          ? [{ key: one.name, start: one.on.date, summary: titleOf(one), description: one.expects.map(({ text }) => text).join('\n') }]
          : [],
      ),
    ...plan
      .all('campaign')
      .flatMap((campaign) =>
        campaign.sends.flatMap((send, at): Entry[] =>
          send.date ? [{ key: `${campaign.name}.${at + 1}`, start: send.date.date, summary: send.title?.text || titleOf(campaign) }] : [],
        ),
      ),
    ...everyGoal(plan)
      .filter((facts) => !facts.isSettled)
      .flatMap(({ goal, deadline }): Entry[] => [
        ...(deadline === undefined ? [] : [{ key: goal.name, start: deadline, summary: t('Deadline: {goal}', { goal: titleOf(goal) }) }]),
        ...goal.checkpoints.map(({ date }) => ({
          key: `${goal.name}.${date.date}`,
          start: date.date,
          summary: t('Checkpoint: {goal}', { goal: titleOf(goal) }),
        })),
      ]),
    ...plan.all('review').flatMap((one): Entry[] => (one.on ? [{ key: one.name, start: one.on.date, summary: titleOf(one) }] : [])),
  ]
}
