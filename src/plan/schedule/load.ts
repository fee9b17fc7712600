import type { Person, Task } from '../elements/elements.js'
import { ofItself } from '../model/dependencies.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { effortOf } from '../people/effort.js'
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

/** What of a share falls into a week: so many of its days. */
interface Piece {
  readonly share: Share
  readonly days: number
  readonly of: number
}

/**
 * The load of every person: a task's hours in equal parts over the days on which the person is present, summed by ISO week as exact
 * rationals. Linear in tasks and the weeks that they span.
 */
export const load = onceWhileSame((plan: Plan): Load => {
  const sharesOf = new Map<Person, Share[]>()
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
  for (const person of plan.all('person')) {
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

/** Adds the weeks of a share to those of a person with this calendar. */
function spread(share: Share, span: DaySpan, calendar: Calendar, weeks: Map<number, Piece[]>): void {
  const before = workingDayIndex(calendar, span.from - 1)
  const of = workingDayIndex(calendar, span.to) - before
  if (of <= 0) return
  const last = weekNumber(span.to)
  let counted = before
  for (let week = weekNumber(span.from); week <= last; week++) {
    const upTo = workingDayIndex(calendar, Math.min(span.to, mondayOf(week) + 6))
    const days = upTo - counted
    counted = upTo
    if (days <= 0) continue
    const piece = { share, days, of }
    const known = weeks.get(week)
    if (known) known.push(piece)
    else weeks.set(week, [piece])
  }
}

function personLoad(plan: Plan, person: Person, shares: readonly Share[]): PersonLoad {
  const { calendar, weekly } = presenceOf(plan, person)
  const weeks = new Map<number, Piece[]>()
  let total = Rational.zero
  for (const share of shares) {
    total = total.add(share.hours)
    if (share.span && share.hours.sign > 0) spread(share, share.span, calendar, weeks)
  }
  const capacities = new Map<number, Rational>()
  const capacityOf = (monday: DayNumber): Rational | undefined => {
    if (!weekly) return undefined
    const days = countWorkingDays(calendar, monday, monday + 6)
    const capacity = capacities.get(days) ?? weekly.mul(days).div(plan.calendar.workdays.length)
    capacities.set(days, capacity)
    return capacity
  }
  const numbers = [...weeks.keys()].sort((a, b) => a - b)
  return {
    person: person.name,
    total: toExact(total),
    weeks: numbers.map((week) => new Week(mondayOf(week), capacityOf(mondayOf(week)), weeks.get(week) ?? [])),
  }
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
  private readonly monday: DayNumber
  private readonly limit: Rational | undefined
  private readonly pieces: readonly Piece[]
  private readonly sum: Rational

  constructor(monday: DayNumber, limit: Rational | undefined, pieces: readonly Piece[]) {
    this.monday = monday
    this.limit = limit
    this.pieces = pieces
    this.sum = sumOf(pieces)
    this.isOver = limit !== undefined && this.sum.compare(limit) > 0
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
    return this.pieces.map(({ share, days, of }) => ({ task: share.task.name, hours: toExact(share.hours.mul(days).div(of)) }))
  }
}

/** Adds pieces of tasks of equal length first, so that few unlike denominators meet. */
function sumOf(pieces: readonly Piece[]): Rational {
  const [only] = pieces
  if (only && pieces.length === 1) return partOf(only.share.hours.mul(only.days), only.of)
  const sums = new Map<number, Rational>()
  for (const { share, days, of } of pieces) {
    const part = share.hours.mul(days)
    sums.set(of, sums.get(of)?.add(part) ?? part)
  }
  let sum = Rational.zero
  for (const [of, hours] of sums) sum = sum.add(partOf(hours, of))
  return sum
}

function partOf(hours: Rational, of: number): Rational {
  return of === 1 ? hours : hours.div(of)
}
