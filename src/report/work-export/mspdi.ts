import { isMoment, type Worker } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { addDays, dateOf } from '../../plan/quantity/days.js'
import { rational } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { type XmlElement, xmlDocument } from '../xml.js'
import { type Moment, type PlannerDates, plannerDates } from './planner-dates.js'
import { emailOf, livingItems, titleOf, type WorkItem } from './work-item.js'

/** Minutes since midnight at which a working day begins, unless it is longer than what is left of the day. */
const usualStart = 8 * 60
const wholeDay = 24 * 60

/** The working time of every working day, in minutes since midnight. */
interface Hours {
  readonly from: number
  readonly to: number
}

/**
 * The work as a Microsoft Project Data Interchange file, which most planning tools read. Elements stand in the order of its schema. A planner
 * that computes the dates anew, from links, constraints and lengths, comes to those that the file states.
 */
export function mspdi(plan: Plan): string {
  const items = livingItems(plan)
  const people = [...new Set(items.flatMap((item) => item.people))]
  const uidOf = new Map(items.map((item, at) => [item.step.name, at + 1]))
  const hours = rational(plan.calendar.hoursPerDay)
  const minutes = Math.min(Math.round(hours.mul(60).valueOf()), wholeDay)
  const from = Math.min(usualStart, wholeDay - minutes)
  const day = { from, to: from + minutes }
  const period = plan.strategy?.period
  const begin = period?.start ?? plan.statusDate.date
  const places = plannerDates(plan, items, begin)
  return xmlDocument({
    Project: {
      '@xmlns': 'http://schemas.microsoft.com/project',
      SaveVersion: 14,
      Name: plan.strategy ? titleOf(plan.strategy) : plan.root,
      Title: plan.strategy ? titleOf(plan.strategy) : plan.root,
      ScheduleFromStart: 1,
      StartDate: written({ day: begin, edge: 'start' }, day),
      FinishDate: period && written({ day: period.end, edge: 'end' }, day),
      CurrencyCode: plan.strategy?.currency?.currency,
      CalendarUID: 1,
      DefaultStartTime: time(day.from),
      DefaultFinishTime: time(day.to),
      MinutesPerDay: minutes,
      MinutesPerWeek: minutes * plan.calendar.workdays.length,
      HonorConstraints: 1,
      StatusDate: written({ day: plan.statusDate.date, edge: 'end' }, day),
      Calendars: { Calendar: [calendar(plan, day)] },
      Tasks: {
        Task: items.flatMap((item, at) => {
          const place = places[at]
          return place ? [task(item, at + 1, uidOf, place, day)] : []
        }),
      },
      Resources: { Resource: people.map((person, at) => resource(person, at + 1)) },
      Assignments: { Assignment: assignments(items, people) },
    },
  })
}

function calendar({ calendar: { workdays, holidays } }: Plan, { from, to }: Hours): XmlElement {
  const hours = { WorkingTime: [{ FromTime: time(from), ToTime: time(to) }] }
  // Its week begins on Sunday, as day 1.
  const week = [7, 1, 2, 3, 4, 5, 6].map((day, at): XmlElement => {
    const isWorking = workdays.includes(day)
    return { DayType: at + 1, DayWorking: isWorking ? 1 : 0, ...(isWorking && { WorkingTimes: hours }) }
  })
  const free = holidays.map(
    ({ start, end }): XmlElement => ({
      DayType: 0,
      DayWorking: 0,
      TimePeriod: { FromDate: `${dateOf(start)}T00:00:00`, ToDate: `${dateOf(end)}T23:59:00` },
    }),
  )
  return { UID: 1, Name: 'Standard', IsBaseCalendar: 1, WeekDays: { WeekDay: [...week, ...free] } }
}

function task(item: WorkItem, uid: number, uidOf: ReadonlyMap<string, number>, place: PlannerDates, day: Hours): XmlElement {
  const { step, title, dates, progress } = item
  const isDone = step.mark === 'done'
  const [start, finish] = [place.start && written(place.start, day), place.finish && written(place.finish, day)]
  return {
    UID: uid,
    ID: uid,
    Name: title,
    Type: 1,
    IsNull: 0,
    OutlineLevel: 1,
    Start: start,
    Finish: finish,
    Duration: span(place.length * (day.to - day.from)),
    DurationFormat: 7,
    Estimated: place.isEstimated ? 1 : 0,
    Milestone: isMoment(step) ? 1 : 0,
    Summary: 0,
    Critical: dates?.isCritical ? 1 : 0,
    PercentComplete: isDone ? 100 : progress === undefined ? 0 : Math.round(rational(progress).mul(100).valueOf()),
    ActualStart: isDone ? start : undefined,
    ActualFinish: isDone ? finish : undefined,
    ConstraintType: place.constraint ? constraintTypes[place.constraint.type] : 0,
    ConstraintDate: place.constraint && written(place.constraint.at, day),
    Deadline: step.due && written({ day: step.due.date, edge: 'end' }, day),
    Notes: step.documentation,
    PredecessorLink: place.after.flatMap((before) => {
      const predecessor = uidOf.get(before.name)
      return predecessor === undefined ? [] : [{ PredecessorUID: predecessor, Type: 1, CrossProject: 0, LinkLag: 0, LagFormat: 7 }]
    }),
  }
}

/** As Project numbers them: start no earlier than, must start on. */
const constraintTypes = { 'no earlier': 4, exactly: 2 } as const

function resource(person: Worker, uid: number): XmlElement {
  return { UID: uid, ID: uid, Name: titleOf(person), Type: 1, IsNull: 0, EmailAddress: emailOf(person) }
}

function assignments(items: readonly WorkItem[], people: readonly Worker[]): readonly XmlElement[] {
  const resources = new Map(people.map((person, at) => [person, at + 1]))
  let uid = 0
  return items.flatMap((item, at) =>
    item.people.map((person): XmlElement => {
      uid++
      const hours = item.hoursOf.get(person)
      return { UID: uid, TaskUID: at + 1, ResourceUID: resources.get(person), Work: hours && span(minutesOf(hours)) }
    }),
  )
}

function minutesOf(hours: Exact): number {
  return Math.round(rational(hours).mul(60).valueOf())
}

/** Minutes as an XML duration, as Project writes it. */
function span(minutes: number): string {
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`
}

/** Minutes since midnight as a time of day; the midnight that ends a day as that which begins the next. */
function time(minutes: number): string {
  const within = minutes % wholeDay
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}:00`
}

function written({ day, edge }: Moment, { from, to }: Hours): string {
  const minutes = edge === 'start' ? from : to
  return `${minutes === wholeDay ? addDays(day, 1) : day}T${time(minutes)}`
}
