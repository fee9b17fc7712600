import { coverage, type StakeholderCoverage } from '../plan/coverage/coverage.js'
import { type PlanElement, stepKinds } from '../plan/elements/elements.js'
import type { Finding } from '../plan/elements/finding.js'
import { everyGoal } from '../plan/goals/goals.js'
import type { Plan } from '../plan/model/plan.js'
import { money } from '../plan/money/money.js'
import type { AimFacts } from '../plan/numbers/aims.js'
import { everyWorker } from '../plan/people/people.js'
import { type Calendar, workingDayIndex } from '../plan/quantity/calendar.js'
import { dayNumber } from '../plan/quantity/days.js'
import { compare, formatExact, signOf, subtract, sum } from '../plan/quantity/exact.js'
import type { PlainDate, Unit } from '../plan/quantity/quantity.js'
import { formatMeasurement, pointsUnit } from '../plan/quantity/units.js'
import { load } from '../plan/schedule/load.js'
import { schedule } from '../plan/schedule/schedule.js'

/** What a stakeholder can lose or gain. */
export const contacts = ['goals', 'communications', 'reports', 'slas'] as const
export type Contact = (typeof contacts)[number]

/** An element that an effect reaches. */
export interface Reached {
  readonly name: string
  readonly title: string | undefined
}

/** What follows from a change. Days are working days, later is positive. */
export type Effect =
  /** The earliest day on which all work can be done. */
  | { readonly type: 'end'; readonly days: number; readonly old: PlainDate; readonly new: PlainDate }
  /** Working days that the critical path has left; negative where it is longer than the time for it. */
  | { readonly type: 'slack'; readonly old: number; readonly new: number }
  /** Steps whose earliest end moves without a change of their own, the farthest first. */
  | { readonly type: 'moved'; readonly steps: readonly (Reached & { readonly days: number })[]; readonly days: number }
  /** A stakeholder has the first, or no longer any, of one kind of contact. */
  | { readonly type: 'coverage'; readonly stakeholder: Reached; readonly contact: Contact; readonly isLost: boolean }
  /** Weeks in which a person has more or no longer more hours than they have time. */
  | { readonly type: 'load'; readonly person: Reached; readonly weeks: readonly string[]; readonly isOver: boolean; readonly hours: string }
  | { readonly type: 'hours'; readonly person: Reached; readonly old: string; readonly new: string }
  /** What tasks and tools take from a budget. */
  | { readonly type: 'budget'; readonly budget: Reached; readonly old: string; readonly new: string; readonly left: string | undefined }
  /** A target that is computed. */
  | { readonly type: 'target'; readonly goal: Reached; readonly number: string; readonly old: string; readonly new: string }
  /** How far a goal has to move its number. */
  | { readonly type: 'needed'; readonly goal: Reached; readonly number: string; readonly old: string; readonly new: string }
  | FindingEffect

export interface FindingEffect {
  readonly type: 'finding'
  readonly isIntroduced: boolean
  readonly finding: Finding
  /** Where it says of a name that nothing declares it: the name, and what says so of it in other places. */
  readonly lost?: { readonly name: string; readonly others: readonly Finding[] }
}

/** One side of a comparison: a plan and what the rules say about it. */
export interface Judged {
  readonly plan: Plan
  readonly findings: readonly Finding[]
}

/** All effects of what lies between two plans, except those that stand in changed elements themselves: these are changes, not effects. */
export function effectsBetween(before: Judged, after: Judged, isChanged: (element: PlanElement) => boolean): Effect[] {
  const [a, b] = [before.plan, after.plan]
  return [
    ...scheduleEffects(a, b, isChanged),
    ...coverageEffects(a, b),
    ...loadEffects(a, b),
    ...budgetEffects(a, b),
    ...targetEffects(a, b),
    ...findingEffects(before.findings, after.findings),
  ]
}

/** The same effect with another amount has the same key. */
export function effectKey(effect: Effect): string {
  switch (effect.type) {
    case 'end':
    case 'slack':
    case 'moved':
      return effect.type
    case 'coverage':
      return `coverage ${effect.stakeholder.name} ${effect.contact}`
    case 'load':
      return `load ${effect.person.name} ${effect.isOver}`
    case 'hours':
      return `hours ${effect.person.name}`
    case 'budget':
      return `budget ${effect.budget.name}`
    case 'target':
    case 'needed':
      return `${effect.type} ${effect.goal.name} ${effect.number}`
    case 'finding':
      return `finding ${effect.finding.fingerprint}`
  }
}

/** Working days from one date to another; negative backwards. */
export function daysMoved(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  return workingDayIndex(calendar, dayNumber(to)) - workingDayIndex(calendar, dayNumber(from))
}

function scheduleEffects(before: Plan, after: Plan, isChanged: (element: PlanElement) => boolean): Effect[] {
  const [then, now] = [horizonOf(before), horizonOf(after)]
  const days = then.end && now.end ? daysMoved(after.calendar, then.end, now.end) : 0
  const steps = movedSteps(before, after, isChanged)
  return [
    ...(days === 0 ? [] : [{ type: 'end', days, old: then.end, new: now.end } as const]),
    ...(then.slack === undefined || now.slack === undefined || then.slack === now.slack
      ? []
      : [{ type: 'slack', old: then.slack, new: now.slack } as const]),
    ...(steps.length === 0 ? [] : [{ type: 'moved', steps, days: steps[0]?.days ?? 0 } as const]),
  ]
}

/** The last earliest end of all steps, empty without one, and the smallest slack. */
function horizonOf(plan: Plan): { readonly end: PlainDate; readonly slack: number | undefined } {
  let end = ''
  let slack: number | undefined
  for (const step of stepsOf(plan)) {
    const dates = schedule(plan).of(step)
    if (dates?.ef !== undefined && dates.ef > end) end = dates.ef
    if (dates?.slack !== undefined) slack = Math.min(slack ?? dates.slack, dates.slack)
  }
  return { end, slack }
}

function movedSteps(before: Plan, after: Plan, isChanged: (element: PlanElement) => boolean) {
  const moved: (Reached & { readonly days: number })[] = []
  for (const step of stepsOf(after)) {
    const old = before.byName(step.name)
    if (isChanged(step) || step.mark === 'done' || old?.kind !== step.kind) continue
    const [then, now] = [schedule(before).of(old)?.ef, schedule(after).of(step)?.ef]
    const days = then && now ? daysMoved(after.calendar, then, now) : 0
    if (days !== 0) moved.push({ ...reached(step), days })
  }
  return moved.sort((a, b) => Math.abs(b.days) - Math.abs(a.days) || (a.name < b.name ? -1 : 1))
}

function stepsOf(plan: Plan) {
  return stepKinds.flatMap((kind) => plan.all(kind))
}

function reached({ name, title }: { readonly name: string; readonly title: { readonly text: string } | undefined }): Reached {
  return { name, title: title?.text }
}

function coverageEffects(before: Plan, after: Plan): Effect[] {
  return coverage(after).stakeholders.flatMap((now) => {
    const then = coverage(before).of(now.stakeholder.name)
    return then && before.byName(now.stakeholder.name) ? contactEffects(then, now) : []
  })
}

function contactEffects(then: StakeholderCoverage, now: StakeholderCoverage): Effect[] {
  return contacts.flatMap((contact): Effect[] => {
    const [had, has] = [then[contact].length > 0, now[contact].length > 0]
    return had === has ? [] : [{ type: 'coverage', stakeholder: reached(now.stakeholder), contact, isLost: had }]
  })
}

function loadEffects(before: Plan, after: Plan): Effect[] {
  return everyWorker(after).flatMap((person): Effect[] => {
    const [then, now] = [load(before).of(person.name), load(after).of(person.name)]
    const effects: Effect[] = []
    const over = excesses(then)
    const overNow = excesses(now)
    const added = [...overNow].filter(([week]) => !over.has(week))
    const relieved = [...over].filter(([week]) => !overNow.has(week))
    for (const [weeks, isOver] of [[added, true] as const, [relieved, false] as const]) {
      if (weeks.length === 0) continue
      const hours = formatExact(sum(weeks.map(([, excess]) => excess)))
      effects.push({ type: 'load', person: reached(person), weeks: weeks.map(([week]) => week), isOver, hours })
    }
    const [old, total] = [then?.total ?? '0', now?.total ?? '0']
    if (compare(old, total) !== 0) effects.push({ type: 'hours', person: reached(person), old: formatExact(old), new: formatExact(total) })
    return effects
  })
}

function excesses(of: ReturnType<ReturnType<typeof load>['of']>): ReadonlyMap<string, string> {
  return new Map(of?.weeks.filter(({ isOver }) => isOver).map(({ week, excess }) => [week, excess]))
}

function budgetEffects(before: Plan, after: Plan): Effect[] {
  const old = new Map(money(before).budgets.map((one) => [one.budget.name, one]))
  return money(after).budgets.flatMap((now): Effect[] => {
    const then = old.get(now.budget.name)
    if (then?.need === undefined || now.need === undefined) return []
    const isSame = compare(then.need, now.need) === 0 && (then.total === now.total || then.total === undefined)
    if (isSame) return []
    const currency = now.currency ? ` ${now.currency}` : ''
    const left = now.total && subtract(now.total, now.need)
    return [
      {
        type: 'budget',
        budget: reached(now.budget),
        old: formatExact(then.need) + currency,
        new: formatExact(now.need) + currency,
        left: left && formatExact(left) + currency,
      },
    ]
  })
}

function targetEffects(before: Plan, after: Plan): Effect[] {
  const old = new Map(everyGoal(before).flatMap(({ goal, aims }) => aims.map((one) => [`${goal.name} ${one.aim.number.name}`, one])))
  return everyGoal(after).flatMap(({ goal, aims }) =>
    aims.flatMap((now): Effect[] => {
      const then = old.get(`${goal.name} ${now.aim.number.name}`)
      if (!then || !now.unit) return []
      const about = { goal: reached(goal), number: now.aim.number.name }
      const [target, needed] = [derivedTarget(then, now, now.unit), neededChange(then, now, now.unit)]
      return [
        ...(target ? [{ type: 'target', ...about, ...target } as const] : []),
        ...(needed ? [{ type: 'needed', ...about, ...needed } as const] : []),
      ]
    }),
  )
}

interface OldAndNew {
  readonly old: string
  readonly new: string
}

/** Only targets whose text is the same on both sides: a target that was written anew is a change itself. */
function derivedTarget(then: AimFacts, now: AimFacts, unit: Unit): OldAndNew | undefined {
  if (now.aim.target || then.aim.target || now.target === undefined || then.target === undefined) return undefined
  if (then.aim.change?.value.text !== now.aim.change?.value.text || compare(then.target, now.target) === 0) return undefined
  return { old: formatMeasurement(then.target, unit), new: formatMeasurement(now.target, unit) }
}

/** In percentage points for a percentage. */
function neededChange(then: AimFacts, now: AimFacts, unit: Unit): OldAndNew | undefined {
  const [old, needed] = [then.neededChange, now.neededChange]
  if (old === undefined || needed === undefined || compare(old, needed) === 0) return undefined
  const shown = (amount: string) => `${signOf(amount) > 0 ? '+' : ''}${formatMeasurement(amount, unit.symbol === '%' ? pointsUnit : unit)}`
  return { old: shown(old), new: shown(needed) }
}

/** By fingerprint. */
function findingEffects(before: readonly Finding[], after: readonly Finding[]): Effect[] {
  const then = new Set(before.map(({ fingerprint }) => fingerprint))
  const now = new Set(after.map(({ fingerprint }) => fingerprint))
  return [
    ...after
      .filter(({ fingerprint }) => !then.has(fingerprint))
      .map((finding) => ({ type: 'finding', isIntroduced: true, finding }) as const),
    ...before
      .filter(({ fingerprint }) => !now.has(fingerprint))
      .map((finding) => ({ type: 'finding', isIntroduced: false, finding }) as const),
  ]
}
