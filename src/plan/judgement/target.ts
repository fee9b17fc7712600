import type { ActualRow, Task } from '../elements/elements.js'
import { promisedEffects } from '../goals/effects.js'
import type { GoalFacts } from '../goals/goals.js'
import { expectedOn } from '../goals/pace.js'
import type { Plan } from '../model/plan.js'
import { latestActual, valueIn } from '../numbers/actuals.js'
import { type AimFacts, amountOn, halfDigit, satisfies } from '../numbers/aims.js'
import { daysIn } from '../numbers/goal-time.js'
import { sumWithin } from '../numbers/sum-within.js'
import { addDays, daysBetween } from '../quantity/days.js'
import { absolute, add, compare, divide, exact, multiply, subtract } from '../quantity/exact.js'
import { nextPeriod, periodAt } from '../quantity/periods.js'
import type { Exact, Grain, PlainDate, Window } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'
import { schedule } from '../schedule/schedule.js'
import { isTooOld } from './age.js'

/** Where a number stands against its own path. */
export const standings = ['met', 'ahead', 'on', 'behind', 'unknown'] as const
export type Standing = (typeof standings)[number]

/** Why a standing is not known. */
export const unknownReasons = ['no target', 'no baseline', 'no deadline', 'no direction', 'no value', 'value too old'] as const
export type UnknownBecause = (typeof unknownReasons)[number]

/** Whether it will be reached. */
export const healths = ['met', 'on track', 'at risk', 'off track', 'missed', 'unknown'] as const
export type Health = (typeof healths)[number]

/** A change per period of the number's grain (a month for one without). */
export interface Rate {
  readonly grain: Grain
  readonly soFar: Exact | undefined
  readonly needed: Exact | undefined
}

/** Where one measurable of a goal stands and where it goes. Values are in base units of its number: 25% is 0.25. */
export interface TargetJudgement {
  readonly aim: AimFacts
  /** The latest actual that has begun on the status date. */
  readonly row: ActualRow | undefined
  /** The value of that actual; of a number that adds up over its target window, what the window has brought so far. */
  readonly value: Exact | undefined
  /** What the straight line from baseline to target has at the end of the actual's period. */
  readonly expected: Exact | undefined
  /** Value less expected. */
  readonly gap: Exact | undefined
  readonly standing: Standing
  readonly because: UnknownBecause | undefined
  /** Where the line through the value ends in the target window, within the number's bounds. */
  readonly atPace: Exact | undefined
  /** The value and the stated sizes of the effects of work that ends after it. */
  readonly withEffects: Exact | undefined
  /** Work whose effect on the number has no size. */
  readonly unsized: readonly Task[]
  readonly rate: Rate | undefined
  readonly health: Health
}

/** Judges one measurable on the plan's status date. */
export function judgeTarget(plan: Plan, goal: GoalFacts, aim: AimFacts): TargetJudgement {
  const { facts, unit } = aim
  const addsUp = addsUpTo(aim)
  const sums = addsUp && facts && aim.targetWindow ? sumWithin(plan, facts, aim.targetWindow) : undefined
  const row = addsUp ? sums?.last : facts && latestActual(plan, facts.name, plan.statusDate.date)
  const value = addsUp ? sums?.sumSoFar : row && amountOn(unit, row.value)
  const final = finalValue(plan, aim)
  const expected = row && (addsUp ? shareOfTarget(aim, row.period.end) : expectedOn(aim, row.period.end))
  const isSettled = goal.goal.outcome !== undefined
  const because = final === undefined && !isSettled ? unknownBecause(plan, aim, row, value, addsUp) : undefined
  const standing = goal.goal.outcome?.outcome === 'met' ? 'met' : standingOf(aim, { final, because, value, expected })
  const atPace = because === undefined && row ? paceForecast(aim, value, row.period.end, addsUp) : undefined
  const { withEffects, unsized } = effectsForecast(plan, goal, aim, row, value)
  const health = healthOf(goal, aim, { final, standing, value, atPace, withEffects })
  return {
    aim,
    row,
    value: final ?? value,
    expected,
    gap: value !== undefined && expected !== undefined ? subtract(value, expected) : undefined,
    standing,
    because,
    atPace: final === undefined ? atPace : undefined,
    withEffects: final === undefined ? withEffects : undefined,
    unsized,
    rate: final === undefined && because === undefined && row ? rateOf(aim, value, row.period.end, addsUp) : undefined,
    health,
  }
}

/** The value of the target window itself, once the window is over and known. */
function finalValue(plan: Plan, { facts, targetWindow }: AimFacts): Exact | undefined {
  if (!facts || !targetWindow || targetWindow.end > plan.statusDate.date) return undefined
  return valueIn(plan, facts.name, targetWindow)
}

/** True for what adds up over a target window of several of its periods: there the sum counts, never one period against the whole. */
function addsUpTo({ facts, targetWindow }: AimFacts): boolean {
  return (
    facts?.additivity === 'additive' &&
    facts.grain !== undefined &&
    targetWindow !== undefined &&
    periodAt(facts.grain, targetWindow.start).end < targetWindow.end
  )
}

/** The part of the target that falls on the days of its window up to a day. */
function shareOfTarget({ target, targetWindow }: AimFacts, until: PlainDate): Exact | undefined {
  if (target === undefined || !targetWindow) return undefined
  const share = divide(exact(daysBetween(targetWindow.start, until) + 1), exact(daysIn(targetWindow)))
  return share === undefined ? undefined : multiply(target, share)
}

function unknownBecause(
  plan: Plan,
  aim: AimFacts,
  row: ActualRow | undefined,
  value: Exact | undefined,
  addsUp: boolean,
): UnknownBecause | undefined {
  if (aim.target === undefined) return 'no target'
  if (!aim.targetWindow) return 'no deadline'
  if (aim.direction === undefined) return 'no direction'
  if (!row || value === undefined) return 'no value'
  if (!addsUp && aim.baselineWindow && row.period.end <= aim.baselineWindow.end) return 'no value'
  if (isTooOld(plan, row)) return 'value too old'
  if (addsUp || aim.isHold) return undefined
  return aim.baseline === undefined || !aim.baselineWindow ? 'no baseline' : undefined
}

interface Known {
  readonly final: Exact | undefined
  readonly because: UnknownBecause | undefined
  readonly value: Exact | undefined
  readonly expected: Exact | undefined
}

function standingOf(aim: AimFacts, { final, because, value, expected }: Known): Standing {
  if (final !== undefined) {
    const isReached = satisfies(aim, final)
    return isReached === undefined ? 'unknown' : isReached ? 'met' : 'behind'
  }
  if (because !== undefined || value === undefined) return 'unknown'
  if (aim.isHold) return satisfies(aim, value) === true ? 'on' : 'behind'
  if (expected === undefined || aim.direction === undefined) return 'unknown'
  if (compare(absolute(subtract(value, expected)), tolerance(aim)) <= 0) return 'on'
  return compare(value, expected) === aim.direction ? 'ahead' : 'behind'
}

/** Two hundredths of the way from baseline to target, at least half of the last digit that the target is written with. */
function tolerance({ aim, baseline, target }: AimFacts): Exact {
  const way = target === undefined ? '0' : absolute(subtract(target, baseline ?? '0'))
  const part = multiply(way, '0.02')
  const written = aim.target?.value ?? aim.baseline?.value
  const half = written ? halfDigit(written) : '0'
  return compare(part, half) > 0 ? part : half
}

/** The line from the baseline through the value, at the end of the target window; of what adds up, the sum at the same speed. */
function paceForecast(facts: AimFacts, value: Exact | undefined, until: PlainDate, addsUp: boolean): Exact | undefined {
  const { targetWindow, baseline, baselineWindow } = facts
  if (value === undefined || !targetWindow) return undefined
  if (facts.isHold) return value
  if (addsUp) {
    const factor = divide(exact(daysIn(targetWindow)), exact(daysBetween(targetWindow.start, until) + 1))
    return factor === undefined ? undefined : multiply(value, factor)
  }
  if (baseline === undefined || !baselineWindow) return undefined
  const passed = daysBetween(baselineWindow.end, until)
  if (passed <= 0) return undefined
  const factor = divide(exact(daysBetween(baselineWindow.end, targetWindow.end)), exact(passed))
  return factor === undefined ? undefined : withinBounds(facts, add(baseline, multiply(subtract(value, baseline), factor)))
}

function withinBounds({ number }: AimFacts, value: Exact): Exact {
  const bounds = number?.kind === 'metric' ? number.bounds : undefined
  if (!bounds) return value
  const [low, high] = [toBase(bounds.low), toBase(bounds.high)]
  return compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value
}

function effectsForecast(
  plan: Plan,
  goal: GoalFacts,
  aim: AimFacts,
  row: ActualRow | undefined,
  value: Exact | undefined,
): { readonly withEffects: Exact | undefined; readonly unsized: readonly Task[] } {
  const dates = schedule(plan)
  const coming = goal.tasks.filter((task) => task.mark !== 'done' || (row !== undefined && (dates.of(task)?.end ?? '') > row.period.end))
  const { effects } = promisedEffects({ ...goal, tasks: coming }, aim)
  const unsized = [...new Set(effects.filter(({ effect }) => !effect.by).map(({ task }) => task))]
  const sized = new Set(effects.filter(({ effect }) => effect.by).map(({ task }) => task))
  const { total } = promisedEffects({ ...goal, tasks: coming.filter((task) => sized.has(task) && !unsized.includes(task)) }, aim)
  const start = value ?? aim.baseline
  return { unsized, withEffects: start !== undefined && total !== undefined ? withinBounds(aim, add(start, total)) : undefined }
}

function rateOf(aim: AimFacts, value: Exact | undefined, until: PlainDate, addsUp: boolean): Rate | undefined {
  const { target, targetWindow, baseline, baselineWindow } = aim
  if (value === undefined || target === undefined || !targetWindow) return undefined
  const grain = aim.facts?.grain ?? 'month'
  const left = targetWindow.end > until ? periodsTouched(grain, { start: addDays(until, 1), end: targetWindow.end }) : 0
  const from = addsUp ? addDays(targetWindow.start, -1) : baselineWindow?.end
  const begin = addsUp ? '0' : baseline
  const gone = from !== undefined && from < until ? periodsTouched(grain, { start: addDays(from, 1), end: until }) : 0
  return {
    grain,
    needed: left > 0 ? divide(subtract(target, value), exact(left)) : undefined,
    soFar: gone > 0 && begin !== undefined ? divide(subtract(value, begin), exact(gone)) : undefined,
  }
}

/** How many periods of a grain a window reaches into. */
function periodsTouched(grain: Grain, { start, end }: Window): number {
  let count = 0
  for (let period = periodAt(grain, start); period.start <= end; period = nextPeriod(period)) count++
  return count
}

interface Judged {
  readonly final: Exact | undefined
  readonly standing: Standing
  readonly value: Exact | undefined
  readonly atPace: Exact | undefined
  readonly withEffects: Exact | undefined
}

function healthOf({ goal }: GoalFacts, aim: AimFacts, { final, standing, value, atPace, withEffects }: Judged): Health {
  if (goal.outcome?.outcome === 'met') return 'met'
  if (goal.outcome?.outcome === 'missed') return 'missed'
  if (final !== undefined) return standing === 'met' ? 'met' : 'missed'
  if (standing === 'unknown') return 'unknown'
  if (aim.isHold) return value !== undefined && satisfies(aim, value) ? 'on track' : 'off track'
  if (atPace === undefined) return 'unknown'
  if (satisfies(aim, atPace)) return 'on track'
  return withEffects !== undefined && satisfies(aim, withEffects) ? 'at risk' : 'off track'
}
