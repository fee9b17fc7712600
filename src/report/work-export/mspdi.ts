import type { Person } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { dateOf } from '../../plan/quantity/days.js'
import { rational } from '../../plan/quantity/exact.js'
import type { Exact, PlainDate } from '../../plan/quantity/quantity.js'
import { type XmlElement, xmlDocument } from '../xml.js'
import { emailOf, livingItems, titleOf, type WorkItem } from './work-item.js'

const startOfDay = 8

/** The work as a Microsoft Project Data Interchange file, which most planning tools read. Elements stand in the order of its schema. */
export function mspdi(plan: Plan): string {
  const items = livingItems(plan)
  const people = [...new Set(items.flatMap((item) => item.people))]
  const uidOf = new Map(items.map((item, at) => [item.step.name, at + 1]))
  const hours = rational(plan.calendar.hoursPerDay)
  const minutes = Math.round(hours.mul(60).valueOf())
  const period = plan.strategy?.period
  return xmlDocument({
    Project: {
      '@xmlns': 'http://schemas.microsoft.com/project',
      SaveVersion: 14,
      Name: plan.strategy ? titleOf(plan.strategy) : plan.root,
      Title: plan.strategy ? titleOf(plan.strategy) : plan.root,
      ScheduleFromStart: 1,
      StartDate: period && atStart(period.start),
      FinishDate: period && atEnd(period.end, minutes),
      CurrencyCode: plan.strategy?.currency?.currency,
      CalendarUID: 1,
      DefaultStartTime: time(startOfDay * 60),
      DefaultFinishTime: time(startOfDay * 60 + minutes),
      MinutesPerDay: minutes,
      MinutesPerWeek: minutes * plan.calendar.workdays.length,
      StatusDate: atEnd(plan.statusDate.date, minutes),
      Calendars: { Calendar: [calendar(plan, minutes)] },
      Tasks: { Task: items.map((item, at) => task(item, at + 1, uidOf, minutes)) },
      Resources: { Resource: people.map((person, at) => resource(person, at + 1)) },
      Assignments: { Assignment: assignments(items, people) },
    },
  })
}

function calendar({ calendar: { workdays, holidays } }: Plan, minutes: number): XmlElement {
  const hours = { WorkingTime: [{ FromTime: time(startOfDay * 60), ToTime: time(startOfDay * 60 + minutes) }] }
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

function task(item: WorkItem, uid: number, uidOf: ReadonlyMap<string, number>, minutes: number): XmlElement {
  const { step, title, dates, progress, after } = item
  const isMilestone = step.kind === 'milestone'
  return {
    UID: uid,
    ID: uid,
    Name: title,
    Type: 1,
    IsNull: 0,
    OutlineLevel: 1,
    Start: dates?.start && (isMilestone ? atEnd(dates.start, minutes) : atStart(dates.start)),
    Finish: dates?.end && atEnd(dates.end, minutes),
    Duration: isMilestone ? 'PT0H0M0S' : dates?.isLengthKnown ? span(dates.length * minutes) : undefined,
    DurationFormat: 7,
    Milestone: isMilestone ? 1 : 0,
    Summary: 0,
    Critical: dates?.isCritical ? 1 : 0,
    PercentComplete: step.mark === 'done' ? 100 : progress === undefined ? 0 : Math.round(rational(progress).mul(100).valueOf()),
    ConstraintType: dates?.isStartWritten ? 4 : 0,
    ConstraintDate: dates?.isStartWritten && dates.start ? atStart(dates.start) : undefined,
    Deadline: step.due && atEnd(step.due.date, minutes),
    Notes: step.documentation,
    PredecessorLink: after.flatMap((before) => {
      const predecessor = uidOf.get(before.name)
      return predecessor === undefined ? [] : [{ PredecessorUID: predecessor, Type: 1, CrossProject: 0, LinkLag: 0, LagFormat: 7 }]
    }),
  }
}

function resource(person: Person, uid: number): XmlElement {
  return { UID: uid, ID: uid, Name: titleOf(person), Type: 1, IsNull: 0, EmailAddress: emailOf(person) }
}

function assignments(items: readonly WorkItem[], people: readonly Person[]): readonly XmlElement[] {
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

/** Minutes since midnight as a time of day. */
function time(minutes: number): string {
  const within = Math.min(minutes, 24 * 60 - 1)
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}:00`
}

function atStart(date: PlainDate): string {
  return `${date}T${time(startOfDay * 60)}`
}

function atEnd(date: PlainDate, minutes: number): string {
  return `${date}T${time(startOfDay * 60 + minutes)}`
}
