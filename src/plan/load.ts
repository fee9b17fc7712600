import type Fraction from 'fraction.js'
import { countWorkingDays } from './calendar.js'
import { type DayNumber, dateOf, dayNumber, isoWeek } from './dates.js'
import { effortOf } from './effort.js'
import type { Person, Task } from './elements.js'
import { fraction, fromFraction } from './exact.js'
import { once } from './once.js'
import type { Plan } from './plan.js'
import { presenceOf } from './presence.js'
import type { Exact, PlainDate } from './quantity.js'
import { schedule } from './schedule.js'

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

/** A task's place in time for the load: done tasks keep their planned days. */
export function plannedDays(plan: Plan, task: Task): { readonly from: DayNumber; readonly to: DayNumber } | undefined {
  const dates = schedule(plan).of(task)
  const start = task.start?.date ?? dates?.start
  const end = task.due?.date ?? dates?.end
  if (!dates || start === undefined || end === undefined || end < start) return undefined
  const days = { from: dayNumber(start), to: dayNumber(end) }
  return days.to - days.from > longestDays ? undefined : days
}

interface Piece {
  readonly task: Task
  readonly hours: Fraction
  readonly days: number
  readonly of: number
}

/**
 * The load of every person: a task's hours in equal parts over the days on which the person is present, summed by ISO week as exact
 * rationals. Linear in tasks and the weeks that they span.
 */
export const load = once((plan: Plan): Load => {
  const weeksOf = new Map<Person, Map<number, Piece[]>>()
  const totals = new Map<Person, Fraction>()
  for (const task of plan.all('task')) {
    if (task.mark === 'cancelled') continue
    const days = plannedDays(plan, task)
    for (const [person, hours] of effortOf(plan, task).shares) {
      totals.set(person, hours.add(totals.get(person) ?? 0))
      if (days && hours.compare(0) > 0) spread(plan, task, person, hours, days, weeksFor(weeksOf, person))
    }
  }
  const people = plan
    .all('person')
    .filter((person) => totals.has(person))
    .map((person) => personLoad(plan, person, totals.get(person) ?? fraction(0), weeksOf.get(person) ?? new Map()))
  const byName = new Map<string, PersonLoad>()
  for (const entry of people) if (!byName.has(entry.person)) byName.set(entry.person, entry)
  return { people, of: (person) => byName.get(person) }
})

function weeksFor(weeksOf: Map<Person, Map<number, Piece[]>>, person: Person): Map<number, Piece[]> {
  const known = weeksOf.get(person)
  if (known) return known
  const weeks = new Map<number, Piece[]>()
  weeksOf.set(person, weeks)
  return weeks
}

const firstMonday = 4 // 1970-01-05

function weekNumber(day: DayNumber): number {
  return Math.floor((day - firstMonday) / 7)
}

function mondayOf(week: number): DayNumber {
  return firstMonday + week * 7
}

function spread(
  plan: Plan,
  task: Task,
  person: Person,
  hours: Fraction,
  span: { from: DayNumber; to: DayNumber },
  weeks: Map<number, Piece[]>,
): void {
  const { calendar } = presenceOf(plan, person)
  const all = countWorkingDays(calendar, span.from, span.to)
  if (all <= 0) return
  for (let week = weekNumber(span.from); week <= weekNumber(span.to); week++) {
    const monday = mondayOf(week)
    const days = countWorkingDays(calendar, Math.max(span.from, monday), Math.min(span.to, monday + 6))
    if (days <= 0) continue
    const piece = { task, hours, days, of: all }
    const known = weeks.get(week)
    if (known) known.push(piece)
    else weeks.set(week, [piece])
  }
}

function personLoad(plan: Plan, person: Person, total: Fraction, weeks: ReadonlyMap<number, readonly Piece[]>): PersonLoad {
  return {
    person: person.name,
    total: fromFraction(total),
    weeks: [...weeks].sort(([a], [b]) => a - b).map(([week, pieces]) => weekLoad(plan, person, mondayOf(week), pieces)),
  }
}

const weekNames = new Map<PlainDate, string>()

function weekName(monday: PlainDate): string {
  const name = weekNames.get(monday) ?? isoWeek(monday)
  weekNames.set(monday, name)
  return name
}

/** Texts of numbers are made only when somebody asks, since most weeks are merely compared. */
function weekLoad(plan: Plan, person: Person, monday: DayNumber, pieces: readonly Piece[]): WeekLoad {
  const sum = sumOf(pieces)
  const { calendar, weekly } = presenceOf(plan, person)
  const present = countWorkingDays(calendar, monday, monday + 6)
  const capacity = () => weekly?.mul(present).div(plan.calendar.workdays.length)
  const limit = weekly && rationalOf(weekly.n * BigInt(present), weekly.d * BigInt(plan.calendar.workdays.length))
  const isOver = limit !== undefined && isMore(sum, limit)
  const start = dateOf(monday)
  return {
    week: weekName(start),
    start,
    isOver,
    get hours() {
      return fromFraction(asFraction(sum))
    },
    get capacity() {
      const hours = capacity()
      return hours && fromFraction(hours)
    },
    get excess() {
      return isOver ? fromFraction(asFraction(sum).sub(capacity() ?? 0)) : '0'
    },
    get parts() {
      return pieces.map(({ task, hours, days, of }) => ({ task: task.name, hours: fromFraction(hours.mul(days).div(of)) }))
    },
  }
}

/** A fraction of whole numbers, small ones as `number` because these are some twenty times faster. */
type Rational = { readonly n: number; readonly d: number } | { readonly n: bigint; readonly d: bigint }

function rationalOf(n: bigint, d: bigint): Rational {
  const small = { n: Number(n), d: Number(d) }
  return Number.isSafeInteger(small.n) && Number.isSafeInteger(small.d) ? small : { n, d }
}

function asFraction({ n, d }: Rational): Fraction {
  return fraction(n).div(d)
}

/** The exact sum: in whole numbers as long as they stay below 2^53, else in big ones. */
function sumOf(pieces: readonly Piece[]): Rational {
  let n = 0
  let d = 1
  for (const { hours, days, of } of pieces) {
    const part = { n: Number(hours.n) * days, d: Number(hours.d) * of }
    const shared = greatestDivisor(d, part.d)
    n = n * (part.d / shared) + part.n * (d / shared)
    d = (d / shared) * part.d
    if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || !Number.isSafeInteger(part.n)) return bigSumOf(pieces)
  }
  return { n, d }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** Adds pieces of equal length first, so that few unlike denominators meet. */
function bigSumOf(pieces: readonly Piece[]): Rational {
  const sums = new Map<number, Fraction>()
  for (const { hours, days, of } of pieces) sums.set(of, hours.mul(days).add(sums.get(of) ?? 0))
  let sum = fraction(0)
  for (const [of, hours] of sums) sum = sum.add(hours.div(of))
  return { n: sum.n, d: sum.d }
}

function isMore(a: Rational, b: Rational): boolean {
  if (typeof a.n === 'number' && typeof b.n === 'number') {
    const [left, right] = [a.n * Number(b.d), b.n * Number(a.d)]
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left > right
  }
  return BigInt(a.n) * BigInt(b.d) > BigInt(b.n) * BigInt(a.d)
}
