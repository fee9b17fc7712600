import { t } from '@vscode/l10n'
import type { ActualRow, Measure } from '../plan/elements/elements.js'
import { everyGoal } from '../plan/goals/goals.js'
import type { Plan } from '../plan/model/plan.js'
import { actualIn, actualsOf } from '../plan/numbers/actuals.js'
import { amountOn, halfDigit } from '../plan/numbers/aims.js'
import { numbers } from '../plan/numbers/numbers.js'
import { absolute, add, compare, subtract } from '../plan/quantity/exact.js'
import { periodAt, periodsIn, previousPeriod } from '../plan/quantity/periods.js'
import type { PlainDate, Window } from '../plan/quantity/quantity.js'
import { compareText } from '../plan/text/compare-text.js'
import type { Engine } from './duckdb.js'
import { type MeasuredValue, measuredPlan, measuredValue } from './measured-plan.js'
import { type MeasuredRow, readMeasures } from './read-measures.js'
import { firstDay, type LeftOut, type Wanted, wantedOf } from './wanted.js'

/** A number in a period: what the data say, and what stands in the plan. */
export interface Measured {
  readonly name: string
  readonly period: Window
  readonly measured: MeasuredValue | undefined
  readonly written: ActualRow | undefined
  /** The written value is not what the data say, by more than its last digit. */
  readonly differs: boolean
}

export interface MeasureWish {
  readonly numbers: readonly string[] | undefined
  readonly period: Window | undefined
  readonly since: PlainDate | undefined
}

/** What has to be asked for, for numbers and the spans in which they are wanted. */
export interface MeasureTask extends Wanted {
  readonly plan: Plan
  readonly spans: ReadonlyMap<string, readonly Window[]>
}

/** Without a period: every closed period of each number since the plan's first day, and the spans of its written values. */
export function measureTask(plan: Plan, root: string, wish: MeasureWish): MeasureTask {
  const first = wish.since ?? firstDay(plan)
  const all = numbers(plan).all.map(({ name }) => name)
  const names = wish.numbers ?? all
  const spans = new Map(names.map((name) => [name, spansOf(plan, name, wish, first)]))
  const [since = first] = [first, firstDay(plan), ...(wish.period ? [wish.period.start] : [])].sort(compareText)
  return { plan, spans, ...wantedOf(plan, root, names, [...spans.values()].flat(), since) }
}

function spansOf(plan: Plan, name: string, { period, since }: MeasureWish, first: PlainDate): readonly Window[] {
  if (period) return [period]
  const grain = numbers(plan).get(name)?.grain
  const { end } = grain ? previousPeriod(periodAt(grain, plan.statusDate.date)) : { end: '' }
  const own = grain && end > first ? periodsIn(grain, { start: periodAt(grain, first).start, end }) : []
  const written = actualsOf(plan, name)
    .map((row) => row.period)
    .filter((span) => since === undefined || span.start >= since)
  return [...new Map([...own, ...written].map((span) => [`${span.start}..${span.end}`, span])).values()].sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : 0,
  )
}

export interface MeasureResult {
  readonly values: readonly Measured[]
  readonly leftOut: readonly LeftOut[]
}

/** Asks an engine and lets the plan's own evaluator compute what follows. Throws a DataProblem. */
export async function measure(engine: Engine, { plan, questions, names, spans, leftOut }: MeasureTask): Promise<MeasureResult> {
  const rows = []
  for (const question of questions) rows.push(...(await readMeasures(engine, question)))
  const counted = countedAlready(rows)
  const rests = names.filter((name) =>
    numbers(plan)
      .measuresUnder(name)
      .some((one) => counted.has(one)),
  )
  const sound = names.filter((name) => !rests.includes(name))
  const filled = measuredPlan(
    plan,
    rows.filter((row) => !counted.has(row.measure)),
    sound,
  )
  const values = sound.flatMap((name) =>
    (spans.get(name) ?? []).map((period): Measured => {
      const measured = measuredValue(filled, name, period)
      const written = actualIn(plan, name, period)
      return {
        name,
        period,
        measured,
        written,
        differs: measured !== undefined && written !== undefined && differ(plan, name, measured, written),
      }
    }),
  )
  return { values, leftOut: [...leftOut, ...rests.map((name) => ({ name, why: whyCounted(plan, name, counted) }))] }
}

/**
 * Distinct measures of which no period has more than one row: their column holds a count that somebody has made before, and to count its
 * values would say 1 everywhere.
 */
function countedAlready(rows: readonly MeasuredRow[]): ReadonlySet<Measure> {
  const distinct = rows.filter(({ measure: one }) => one.aggregation?.aggregation === 'distinct')
  const several = new Set(distinct.filter((row) => row.rows > 1).map((row) => row.measure))
  return new Set(distinct.map((row) => row.measure).filter((one) => !several.has(one)))
}

function whyCounted(plan: Plan, name: string, counted: ReadonlySet<Measure>): string {
  const under = numbers(plan)
    .measuresUnder(name)
    .find((one) => counted.has(one))
  return t(
    '`{name}` is a distinct count, and its data have one row a period, which is a count already; distinct counts need the single events',
    {
      name: under?.name ?? name,
    },
  )
}

function differ(plan: Plan, name: string, measured: MeasuredValue, { value }: ActualRow): boolean {
  const written = amountOn(numbers(plan).get(name)?.unit, value)
  if (written === undefined) return false
  const { counts } = value
  if (counts && measured.counts && (compare(counts.part, measured.counts.part) !== 0 || compare(counts.whole, measured.counts.whole) !== 0))
    return true
  const half = halfDigit(value)
  return compare(absolute(subtract(measured.value, written)), add(half, half)) > 0
}

/** The numbers that somebody is held to: with a target, a guard or a watch, or with values that are written already. */
export function isHeldTo(plan: Plan, name: string): boolean {
  if (actualsOf(plan, name).length > 0) return true
  return everyGoal(plan).some(
    ({ goal, aims }) =>
      aims.some((aim) => aim.number?.name === name) ||
      goal.guards.some(({ number }) => number.name === name) ||
      goal.watches.some((one) => one.name === name),
  )
}
