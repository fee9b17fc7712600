import { XMLParser } from 'fast-xml-parser'

/** A task of a Project file, its own dates and those that a planner computes, as minutes since 1970 moved on to the next working time. */
export interface ComputedTask {
  readonly name: string
  readonly stated: { readonly start: number; readonly finish: number } | undefined
  readonly computed: { readonly start: number; readonly finish: number }
}

interface XmlTask {
  readonly UID: string
  readonly Name: string
  readonly Start?: string
  readonly Finish?: string
  readonly Duration: string
  readonly ConstraintType: string
  readonly ConstraintDate?: string
  readonly PredecessorLink?: readonly { readonly PredecessorUID: string }[]
}

interface XmlDay {
  readonly DayType: string
  readonly DayWorking: string
  readonly WorkingTimes?: { readonly WorkingTime: { readonly FromTime: string; readonly ToTime: string } }
  readonly TimePeriod?: { readonly FromDate: string; readonly ToDate: string }
}

const day = 24 * 60

/**
 * Schedules a Project file (MSPDI) from its calendar, lengths, links and constraints alone, minute by minute where the calendar changes, and
 * knows nothing of the dates that it states. Throws where a link leads to nothing or round in a circle.
 */
export function schedule(text: string): readonly ComputedTask[] {
  const list = ['Task', 'PredecessorLink', 'WeekDay']
  const { Project } = new XMLParser({ parseTagValue: false, isArray: (name) => list.includes(name) }).parse(text)
  const time = workingTime(Project.Calendars.Calendar.WeekDays.WeekDay)
  const tasks: readonly XmlTask[] = Project.Tasks === '' ? [] : Project.Tasks.Task
  const byUid = new Map(tasks.map((task) => [task.UID, task]))
  const done = new Map<string, { start: number; finish: number }>()
  const open = new Set<string>()
  const at = (task: XmlTask): { start: number; finish: number } => {
    const known = done.get(task.UID)
    if (known) return known
    if (open.has(task.UID)) throw new Error(`${task.Name} waits for itself.`)
    open.add(task.UID)
    let start = minutes(Project.StartDate)
    for (const { PredecessorUID } of task.PredecessorLink ?? []) {
      const before = byUid.get(PredecessorUID)
      if (!before) throw new Error(`${task.Name} waits for nothing.`)
      start = Math.max(start, at(before).finish)
    }
    if (task.ConstraintType === '4') start = Math.max(start, minutes(task.ConstraintDate ?? ''))
    if (task.ConstraintType === '2') start = minutes(task.ConstraintDate ?? '')
    const [, hours, rest] = /^PT(\d+)H(\d+)M0S$/.exec(task.Duration) ?? []
    const placed = { start: time.from(start), finish: time.from(time.after(start, Number(hours) * 60 + Number(rest))) }
    done.set(task.UID, placed)
    return placed
  }
  return tasks.map((task) => ({
    name: task.Name,
    stated:
      task.Start === undefined || task.Finish === undefined
        ? undefined
        : { start: time.from(minutes(task.Start)), finish: time.from(minutes(task.Finish)) },
    computed: at(task),
  }))
}

function minutes(text: string): number {
  const at = Date.parse(`${text}Z`)
  if (Number.isNaN(at)) throw new Error(`"${text}" is no time.`)
  return at / 60_000
}

function workingTime(days: readonly XmlDay[]) {
  const ofDay = (text: string) => minutes(`1970-01-01T${text}`)
  const week = new Map(
    days
      .filter(({ DayType, DayWorking }) => DayType !== '0' && DayWorking === '1')
      .map(({ DayType, WorkingTimes }) => {
        const [from, to] = [ofDay(WorkingTimes?.WorkingTime.FromTime ?? ''), ofDay(WorkingTimes?.WorkingTime.ToTime ?? '')]
        return [Number(DayType), { from, to: to === 0 ? day : to }] as const
      }),
  )
  const free = days.flatMap(({ TimePeriod }) =>
    TimePeriod ? [{ from: minutes(TimePeriod.FromDate), to: minutes(TimePeriod.ToDate) }] : [],
  )
  /** The working hours of the day that holds a minute. */
  const on = (at: number) => {
    const midnight = Math.floor(at / day) * day
    if (free.some(({ from, to }) => from <= midnight && midnight <= to)) return undefined
    const hours = week.get(new Date(midnight * 60_000).getUTCDay() + 1)
    return hours && { from: midnight + hours.from, to: midnight + hours.to }
  }
  /** The first working minute from one on. */
  const from = (at: number): number => {
    const hours = on(at)
    return hours && at < hours.to ? Math.max(at, hours.from) : from((Math.floor(at / day) + 1) * day)
  }
  /** When so much work is over that begins at the first working minute from one on. */
  const after = (at: number, length: number): number => {
    const start = from(at)
    const left = (on(start)?.to ?? start) - start
    return length <= left ? start + length : after(start + left, length - left)
  }
  return { from, after }
}
