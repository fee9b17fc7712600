import { t } from '@vscode/l10n'
import type { Mark, SitedDate, Step, Task } from '../../plan/elements/elements.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import type { Ref } from '../../plan/elements/ref.js'
import { isOpen } from '../../plan/model/active.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../../plan/quantity/calendar.js'
import { weekday } from '../../plan/quantity/days.js'
import { formatExact, round, toExact } from '../../plan/quantity/exact.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { StepLink } from '../../plan/schedule/step-links.js'
import { insertClauses, removeAt } from '../fixes/fixes.js'
import { inTicks } from '../wording/wording.js'

/** Tasks that are neither done nor cancelled, in order. */
export const openTasks = once((plan: Plan): readonly Task[] => plan.all('task').filter(isOpen))

/** `1 working day`, `4 working days`. */
export function inWorkingDays(count: number): string {
  return count === 1 ? t('1 working day') : t('{count} working days', { count })
}

/** `31 h`, rounded to a tenth. */
export function inHours(hours: Parameters<typeof toExact>[0]): string {
  return `${formatExact(round(toExact(hours), 1))} h`
}

/** Why a date is no working day: the weekday, or a holiday. */
export function whyNoWorkingDay(plan: Plan, date: PlainDate): string {
  const day = weekday(date)
  if (plan.calendar.workdays.includes(day)) return t('a holiday in this plan')
  return [t('a Monday'), t('a Tuesday'), t('a Wednesday'), t('a Thursday'), t('a Friday'), t('a Saturday'), t('a Sunday')][day - 1] ?? ''
}

/** `a`, `b` and 4 more: the steps that links lead to. */
export function namesOf(links: readonly StepLink[]): string {
  return inTicks(
    links.map(({ before }) => before.name),
    4,
  )
}

/** Where the steps that links lead to stand, and when each ends. */
export function endsOf(links: readonly StepLink[]): readonly Related[] {
  return links.map(({ before, end = '' }) => ({
    place: before.place,
    message: t('`{before}` ends on {end}.', { before: before.name, end }),
  }))
}

/** Drops one name from an `after` clause. */
export function dropAfter(step: Step, ref: Ref, isSafe = false): readonly Fix[] {
  const clause = clausesOf(step, 'after').find(({ place }) => place.start <= ref.place.start && place.end >= ref.place.end)
  if (!clause) return []
  return [
    {
      title: t('Drop `after {name}`', { name: ref.name }),
      changes: [{ type: 'remove-name', place: ref.place, clause: clause.place }],
      isSafe,
    },
  ]
}

/** Sets the mark of a step. */
export function setMark(step: Step, mark: Mark): Fix {
  const shown = { todo: '[ ]', doing: '[~]', done: '[x]', blocked: '[!]', cancelled: '[-]' }[mark]
  return {
    title: t('Mark it `{mark}`', { mark: shown }),
    changes: [{ type: 'set-mark', markPlace: step.markPlace, mark }],
    isSafe: false,
  }
}

/** Removes the `progress` clause of a task. */
export function dropProgress(task: Task): readonly Fix[] {
  return clausesOf(task, 'progress').map((clause) => removeAt(clause.place, t('Drop `progress`')))
}

/** Writes a new date in place of a written one. */
export function moveDate(keyword: 'start' | 'due', written: SitedDate, date: PlainDate): Fix {
  return {
    title: t('Move `{keyword}` to {date}', { keyword, date }),
    changes: [{ type: 'replace', place: written.place, text: date }],
    isSafe: false,
  }
}

/** Writes `start` or `due`, in place of the written one or as a new clause. */
export function setDate(step: Step, keyword: 'start' | 'due', date: PlainDate): Fix {
  const written = keyword === 'due' ? step.due : step.start
  return written ? moveDate(keyword, written, date) : insertClauses(step, [`${keyword} ${date}`])
}

/** A day that is no working day gets the next one for a start, the one before for an end. */
export function toWorkingDay(plan: Plan, keyword: 'start' | 'due', written: SitedDate): Fix {
  const { calendar } = plan
  const date = keyword === 'start' ? nextWorkingDay(calendar, written.date) : previousWorkingDay(calendar, written.date)
  return moveDate(keyword, written, date)
}

/** True for a written date on a weekend or holiday. */
export function isDayOff(plan: Plan, written: SitedDate | undefined): written is SitedDate {
  return written !== undefined && !isWorkingDay(plan.calendar, written.date)
}
