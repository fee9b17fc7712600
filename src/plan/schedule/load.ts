import type { Task, Worker } from '../elements/elements.js'
import { ofItself } from '../model/dependencies.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { effortOf } from '../people/effort.js'
import { everyWorker } from '../people/people.js'
import { type Calendar, countWorkingDays, workingDayIndex } from '../quantity/calendar.js'
import { type DayNumber, dateOf, dayNumber, isoWeek } from '../quantity/days.js'
import { toExact } from '../quantity/exact.js'
import type { Exact, PlainDate } from '../quantity/quantity.js'
import { Rational } from '../quantity/rational.js'
import { presenceOf } from './presence.js'
import { schedule } from './schedule.js'
import { stepGraph } from './step-graph.js'
import { writtenDays } from './written-days.js'

/** What one task takes of a person's week. */
export interface LoadPart {
  readonly task: string
  readonly hours: Exact
}

/** One ISO week of a person that holds work. */
export interface WeekLoad {
  /** `2027-W07`. */
  readonly week: string
  /** Its Monday. */
  readonly start: PlainDate
  readonly hours: Exact
  /** Undefined for a person without weekly hours. */
  readonly capacity: Exact | undefined
  /** Strictly more hours than capacity. */
  readonly isOver: boolean
  /** Hours minus capacity where it is over, else `0`. */
  readonly excess: Exact
  /** In order of the plan. */
  readonly parts: readonly LoadPart[]
}

/** The work of a person, week by week. */
export interface PersonLoad {
  readonly person: string
  /** All hours in tasks that are not cancelled, dated or not. */
  readonly total: Exact
  /** Ascending; weeks without work are left out. */
  readonly weeks: readonly WeekLoad[]
}

export interface Load {
  /** Everybody with work, in order of the plan. */
  readonly people: readonly PersonLoad[]
  readonly of: (person: string) => PersonLoad | undefined
}

/** Dates so far apart that they are a slip of the pen; spreading work over them says nothing. */
const longestDays = 1100

/** First and last day of a task. */
export interface DaySpan {
  readonly from: DayNumber
  readonly to: DayNumber
  /** The task is in a loop of `after` or behind one, so that its dates, though written, cannot be judged. */
  readonly isStuck: boolean
}

/** A task's place in time for the load: done tasks keep their planned days. */
export function plannedDays(plan: Plan, task: Task): DaySpan | undefined {
  return ofItself(task, () => plannedSpans(plan)[stepGraph(plan).indexOf.get(task) ?? -1])
}

/** The planned days of the nodes of the step graph. */
const plannedSpans = onceWhileSame((plan: Plan): readonly (DaySpan | undefined)[] => {
  const { of, graph } = schedule(plan)
  const written = writtenDays(plan)
  return graph.nodes.map((node, index) => {
    if (node.kind !== 'task') return undefined
    const from = dayOr(written.start[index], of(node)?.start)
    const to = dayOr(written.due[index], of(node)?.end)
    return to >= from && to - from <= longestDays ? { from, to, isStuck: graph.isStuck[index] === 1 } : undefined
  })
})

function dayOr(written: DayNumber = Number.NaN, date: PlainDate | undefined): DayNumber {
  if (!Number.isNaN(written)) return written
  return date === undefined ? Number.NaN : dayNumber(date)
}

/** What a person does for one task. */
interface Share {
  readonly task: Task
  readonly hours: Rational
  readonly span: DaySpan | undefined
}

/** What the shares of one span have together, of which so many of all days fall into a week. */
interface Piece {
  readonly hours: Rational
  readonly days: number
  readonly of: number
}

/**
 * The load of every person: a task's hours in equal parts over the days on which the person is present, summed by ISO week as exact
 * rationals. Linear in tasks, and in the weeks of each span of days that tasks of a person have.
 */
export const load = onceWhileSame((plan: Plan): Load => {
  const sharesOf = new Map<Worker, Share[]>()
  for (const task of plan.all('task')) {
    if (task.mark === 'cancelled') continue
    const span = plannedDays(plan, task)
    for (const [person, hours] of effortOf(plan, task).shares) {
      const share = { task, hours, span }
      const known = sharesOf.get(person)
      if (known) known.push(share)
      else sharesOf.set(person, [share])
    }
  }
  const people: PersonLoad[] = []
  const byName = new Map<string, PersonLoad>()
  for (const person of everyWorker(plan)) {
    const shares = sharesOf.get(person)
    if (!shares) continue
    const entry = personLoad(plan, person, shares)
    people.push(entry)
    if (!byName.has(entry.person)) byName.set(entry.person, entry)
  }
  return { people, of: (person) => byName.get(person) }
})

const firstMonday = 4 // 1970-01-05

function weekNumber(day: DayNumber): number {
  return Math.floor((day - firstMonday) / 7)
}

function mondayOf(week: number): DayNumber {
  return firstMonday + week * 7
}

/** The days of a span on which a person with this calendar is present, and those of them in a week. */
function presentDays(calendar: Calendar, span: DaySpan): { readonly all: number; readonly upTo: (day: DayNumber) => number } {
  const before = workingDayIndex(calendar, span.from - 1)
  const upTo = (day: DayNumber) => workingDayIndex(calendar, Math.max(span.from - 1, Math.min(span.to, day))) - before
  return { all: upTo(span.to), upTo }
}

/** Adds the hours of a span to the weeks of a person with this calendar. */
function spread(hours: Rational, span: DaySpan, calendar: Calendar, weeks: Map<number, Piece[]>): void {
  const { all: of, upTo } = presentDays(calendar, span)
  if (of <= 0) return
  const last = weekNumber(span.to)
  let counted = 0
  for (let week = weekNumber(span.from); week <= last; week++) {
    const count = upTo(mondayOf(week) + 6)
    const days = count - counted
    counted = count
    if (days <= 0) continue
    const known = weeks.get(week)
    if (known) known.push({ hours, days, of })
    else weeks.set(week, [{ hours, days, of }])
  }
}

/** Tasks of one span are spread together, so that many at once cost no more than their weeks once. */
function bySpan(shares: readonly Share[]): Iterable<{ readonly span: DaySpan; readonly hours: Rational }> {
  const spans = new Map<number, { readonly span: DaySpan; hours: Rational }>()
  for (const { span, hours } of shares) {
    if (!span || hours.sign <= 0) continue
    const key = span.from * 2 * longestDays + (span.to - span.from)
    const known = spans.get(key)
    if (known) known.hours = known.hours.add(hours)
    else spans.set(key, { span, hours })
  }
  return spans.values()
}

function personLoad(plan: Plan, person: Worker, shares: readonly Share[]): PersonLoad {
  const { calendar, weekly } = presenceOf(plan, person)
  const weeks = new Map<number, Piece[]>()
  let total = Rational.zero
  for (const { hours } of shares) total = total.add(hours)
  for (const { span, hours } of bySpan(shares)) spread(hours, span, calendar, weeks)
  const capacities = new Map<number, Rational>()
  const capacityOf = (monday: DayNumber): Rational | undefined => {
    if (!weekly) return undefined
    const days = countWorkingDays(calendar, monday, monday + 6)
    const capacity = capacities.get(days) ?? weekly.mul(days).div(plan.calendar.workdays.length)
    capacities.set(days, capacity)
    return capacity
  }
  const work = { shares, calendar }
  const numbers = [...weeks.keys()].sort((a, b) => a - b)
  return {
    person: person.name,
    total: toExact(total),
    weeks: numbers.map((week) => new Week(mondayOf(week), capacityOf(mondayOf(week)), sumOf(weeks.get(week) ?? []), work)),
  }
}

/** What a person has to do, and when the person is there. */
interface Work {
  readonly shares: readonly Share[]
  readonly calendar: Calendar
}

/** What each share has in the week of a Monday, in order of the plan; those that have nothing in it are left out. */
function partsOf({ shares, calendar }: Work, monday: DayNumber): readonly { readonly task: Task; readonly hours: Rational }[] {
  return shares.flatMap(({ task, hours, span }) => {
    if (!span || hours.sign <= 0 || span.from > monday + 6 || span.to < monday) return []
    const { all, upTo } = presentDays(calendar, span)
    const days = upTo(monday + 6) - upTo(monday - 1)
    return days > 0 ? [{ task, hours: partOf(hours.mul(days), all) }] : []
  })
}

const weekNames = new Map<DayNumber, string>()

function weekName(monday: DayNumber): string {
  const name = weekNames.get(monday) ?? isoWeek(dateOf(monday))
  weekNames.set(monday, name)
  return name
}

/** Texts are made only when somebody asks, since most weeks are merely compared. */
class Week implements WeekLoad {
  readonly isOver: boolean

  constructor(
    private readonly monday: DayNumber,
    private readonly limit: Rational | undefined,
    private readonly sum: Rational,
    private readonly work: Work,
  ) {
    this.isOver = limit !== undefined && sum.compare(limit) > 0
  }

  get week(): string {
    return weekName(this.monday)
  }

  get start(): PlainDate {
    return dateOf(this.monday)
  }

  get hours(): Exact {
    return toExact(this.sum)
  }

  get capacity(): Exact | undefined {
    return this.limit && toExact(this.limit)
  }

  get excess(): Exact {
    return this.isOver && this.limit ? toExact(this.sum.sub(this.limit)) : '0'
  }

  get parts(): readonly LoadPart[] {
    return partsOf(this.work, this.monday).map(({ task, hours }) => ({ task: task.name, hours: toExact(hours) }))
  }
}

/** Adds pieces of equal length first, so that few unlike denominators meet. */
function sumOf(pieces: readonly Piece[]): Rational {
  const [only] = pieces
  if (only && pieces.length === 1) return partOf(only.hours.mul(only.days), only.of)
  const sums = new Map<number, Rational>()
  for (const { hours, days, of } of pieces) {
    const part = hours.mul(days)
    sums.set(of, sums.get(of)?.add(part) ?? part)
  }
  let sum = Rational.zero
  for (const [of, hours] of sums) sum = sum.add(partOf(hours, of))
  return sum
}

function partOf(hours: Rational, of: number): Rational {
  return of === 1 ? hours : hours.div(of)
}
