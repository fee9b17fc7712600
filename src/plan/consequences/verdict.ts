import { t } from '@vscode/l10n'
import { stepKinds } from '../elements/elements.js'
import type { Finding, Severity } from '../elements/finding.js'
import { everyGoal, type GoalFacts } from '../goals/goals.js'
import { isOpen } from '../model/active.js'
import type { Plan } from '../model/plan.js'
import { type Calendar, workingDayIndex } from '../quantity/calendar.js'
import { dayNumber } from '../quantity/days.js'
import { compare, formatExact, round } from '../quantity/exact.js'
import type { Exact, PlainDate } from '../quantity/quantity.js'
import { load } from '../schedule/load.js'
import { schedule } from '../schedule/schedule.js'

/** A plan and what the rules say about it. */
export interface JudgedState {
  readonly plan: Plan
  readonly findings: readonly Finding[]
}

/** How grave a line is: what breaks, what is worth a look, what holds, what merely happens. */
export type VerdictTone = 'bad' | 'warning' | 'good' | 'plain'

export interface VerdictLine {
  readonly tone: VerdictTone
  readonly text: string
}

/** A step that gets other days although nobody wrote them. Working days; later is positive. */
export interface MovedStep {
  readonly name: string
  readonly title: string
  readonly start: PlainDate | undefined
  readonly end: PlainDate
  readonly days: number
}

/** What a change would do to a plan, before it is made. */
export interface Verdict {
  /** At most five, the worst first. */
  readonly lines: readonly VerdictLine[]
  /** Something breaks that did not break before. */
  readonly isHarmful: boolean
  readonly moved: readonly MovedStep[]
  /** The fingerprints and messages of findings that come, and how many go. */
  readonly come: readonly { readonly code: string; readonly severity: Severity; readonly message: string }[]
  readonly gone: number
}

const mostLines = 5
const mostNamed = 3

/** Compares a plan with what it would become. `own` are the elements that the change is about: that these change is no consequence. */
export function verdictOf(before: JudgedState, after: JudgedState, own: ReadonlySet<string>): Verdict {
  const moved = movedSteps(before.plan, after.plan, own)
  const isTimed = moved.length > 0 || [...own].some((name) => endOf(before.plan, name) !== endOf(after.plan, name))
  const then = new Set(before.findings.map(({ fingerprint }) => fingerprint))
  const now = new Set(after.findings.map(({ fingerprint }) => fingerprint))
  const come = after.findings.filter((one) => !then.has(one.fingerprint) && !isReworded(one, before.findings, now))
  const gone = before.findings.filter((one) => !now.has(one.fingerprint) && !isReworded(one, after.findings, then))
  const deadlines = deadlineLines(before.plan, after.plan, isTimed)
  const loads = loadLines(before.plan, after.plan)
  const said = new Set([...(loads.length > 0 ? ['schedule/over-capacity'] : []), ...(deadlines.some(isBad) ? deadlineRules : [])])
  const findings = come.filter(({ code }) => !said.has(code)).map(findingLine)
  const lines = [
    ...findings.filter(isBad),
    ...deadlines.filter(isBad),
    ...loads,
    ...movedLine(moved),
    ...findings.filter((line) => !isBad(line)),
    ...deadlines.filter((line) => !isBad(line)),
    ...goneLine(gone),
  ]
  return {
    lines: lines.slice(0, mostLines),
    isHarmful: lines.some(({ tone }) => tone === 'bad' || tone === 'warning'),
    moved,
    come: come.map(({ code, severity, message }) => ({ code, severity, message })),
    gone: gone.length,
  }
}

const deadlineRules: readonly string[] = ['schedule/after-goal-deadline', 'smart/work-after-deadline']

function isBad({ tone }: VerdictLine): boolean {
  return tone === 'bad'
}

/** The same rule speaks of the same place with other numbers: it neither comes nor goes. */
function isReworded(one: Finding, others: readonly Finding[], known: ReadonlySet<string>): boolean {
  return others.some(
    (other) => other.code === one.code && other.severity === one.severity && !known.has(other.fingerprint) && bare(other) === bare(one),
  )
}

function bare({ message }: Finding): string {
  return message.replace(/[\d.,\u202f-]+/g, '0')
}

function findingLine({ severity, message }: Finding): VerdictLine {
  return { tone: severity === 'error' ? 'bad' : severity === 'warning' ? 'warning' : 'plain', text: message }
}

function endOf(plan: Plan, name: string): PlainDate | undefined {
  return schedule(plan).of(name)?.end
}

function stepsOf(plan: Plan) {
  return plan.allOf(...stepKinds)
}

function daysMoved(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  return workingDayIndex(calendar, dayNumber(to)) - workingDayIndex(calendar, dayNumber(from))
}

function movedSteps(before: Plan, after: Plan, own: ReadonlySet<string>): readonly MovedStep[] {
  return stepsOf(after).flatMap((step): readonly MovedStep[] => {
    if (own.has(step.name) || !isOpen(step)) return []
    const [then, now] = [endOf(before, step.name), schedule(after).of(step)]
    if (then === undefined || now?.end === undefined || then === now.end) return []
    const days = daysMoved(after.calendar, then, now.end)
    return days === 0 ? [] : [{ name: step.name, title: step.title?.text ?? step.name, start: now.start, end: now.end, days }]
  })
}

function movedLine(moved: readonly MovedStep[]): readonly VerdictLine[] {
  if (moved.length === 0) return []
  const named = moved.slice(0, mostNamed).map(({ title, days }) => `${title} ${days > 0 ? '+' : '\u2212'}${Math.abs(days)} ${t('wd')}`)
  const more = moved.length - named.length
  const values = { count: moved.length, names: named.join(', '), more }
  const text =
    moved.length === 1
      ? t('Moves one task: {names}', values)
      : more > 0
        ? t('Moves {count} tasks: {names} and {more} more', values)
        : t('Moves {count} tasks: {names}', values)
  return [{ tone: 'plain', text }]
}

/** Goals whose work ends behind their deadline, and how much room the others have. */
function deadlineLines(before: Plan, after: Plan, isTimed: boolean): readonly VerdictLine[] {
  const then = new Map(everyGoal(before).map((goal) => [goal.goal.name, overrun(before, goal)]))
  const missed: VerdictLine[] = []
  let room: number | undefined
  for (const goal of everyGoal(after)) {
    const late = overrun(after, goal)
    if (late === undefined) continue
    const old = then.get(goal.goal.name)
    const title = goal.goal.title?.text ?? goal.goal.name
    if (late > 0 && (old === undefined || late > old)) {
      const text =
        late === 1
          ? t('{goal}: the work ends one working day after the deadline', { goal: title })
          : t('{goal}: the work ends {days} working days after the deadline', { goal: title, days: late })
      missed.push({ tone: 'bad', text })
    } else if (late <= 0) room = Math.min(room ?? -late, -late)
    if (late <= 0 && old !== undefined && old > 0)
      missed.push({ tone: 'good', text: t('{goal}: the deadline is kept again', { goal: title }) })
  }
  if (missed.length > 0 || !isTimed || room === undefined) return missed
  return [
    {
      tone: 'good',
      text: room === 1 ? t('Deadlines kept, one working day left') : t('Deadlines kept, {days} working days left', { days: room }),
    },
  ]
}

/** Working days from the deadline of a goal to the end of its last open task; negative where there is time left. */
function overrun(plan: Plan, { deadline, tasks, isSettled }: GoalFacts): number | undefined {
  if (deadline === undefined || isSettled) return undefined
  let last: PlainDate | undefined
  for (const task of tasks) {
    const end = isOpen(task) && !task.wrapup ? schedule(plan).of(task)?.end : undefined
    if (end !== undefined && (last === undefined || end > last)) last = end
  }
  return last === undefined ? undefined : daysMoved(plan.calendar, deadline, last)
}

/** Weeks in which somebody has more than before, and too much. */
function loadLines(before: Plan, after: Plan): readonly VerdictLine[] {
  return after.all('person').flatMap((person): readonly VerdictLine[] => {
    const then = new Map(
      load(before)
        .of(person.name)
        ?.weeks.map((week) => [week.week, week]),
    )
    const worse = (load(after).of(person.name)?.weeks ?? []).filter(
      ({ week, isOver, excess }) => isOver && compare(excess, then.get(week)?.excess ?? '0') > 0,
    )
    const [worst, ...others] = [...worse].sort((a, b) => compare(b.excess, a.excess))
    if (!worst) return []
    const values = {
      person: person.title?.text ?? person.name,
      hours: oneDecimal(worst.hours),
      capacity: oneDecimal(worst.capacity ?? '0'),
      week: Number(worst.week.slice(-2)),
      more: others.length,
    }
    const text =
      others.length === 0
        ? t('{person}: {hours} of {capacity} h in week {week}', values)
        : t('{person}: {hours} of {capacity} h in week {week}, and too much in {more} more', values)
    return [{ tone: 'warning', text }]
  })
}

function oneDecimal(amount: Exact): string {
  return formatExact(round(amount, 1))
}

function goneLine(gone: readonly Finding[]): readonly VerdictLine[] {
  const grave = gone.filter(({ severity }) => severity === 'error' || severity === 'warning')
  const [first, ...others] = grave
  if (!first) return []
  return [
    {
      tone: 'good',
      text:
        others.length === 0
          ? t('Settles: {message}', { message: first.message })
          : t('Settles {count} findings, such as: {message}', { count: grave.length, message: first.message }),
    },
  ]
}
