import type { ActualRow, Metric } from '../elements/elements.js'
import { evaluate, type Value } from '../formula/value.js'
import { once, onceWhileSame, ValuesByKey as Remembered } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { rational, toExact } from '../quantity/exact.js'
import { periodsIn } from '../quantity/periods.js'
import type { Exact, PlainDate, Window } from '../quantity/quantity.js'
import { compareText } from '../text/compare-text.js'
import { amountOn } from './aims.js'
import { daysIn } from './goal-time.js'
import { type NumberFacts, numbers } from './numbers.js'

interface Values {
  readonly rows: readonly ActualRow[]
  readonly bySpan: ReadonlyMap<string, ActualRow>
}

const actualValues = onceWhileSame((plan: Plan): ReadonlyMap<string, Values> => {
  const rows = new Map<string, ActualRow[]>()
  for (const actuals of plan.all('actuals')) {
    if (!plan.find(actuals.of, 'measure', 'metric') || !actuals.of) continue
    const known = rows.get(actuals.of.name)
    if (known) known.push(...actuals.rows)
    else rows.set(actuals.of.name, [...actuals.rows])
  }
  return new Map([...rows].map(([name, list]) => [name, indexed(list)]))
})

function indexed(rows: ActualRow[]): Values {
  const bySpan = new Map<string, ActualRow>()
  for (const row of rows) if (!bySpan.has(spanKey(row.period))) bySpan.set(spanKey(row.period), row)
  rows.sort((a, b) => compareText(a.period.start, b.period.start) || compareText(a.period.end, b.period.end))
  return { rows, bySpan }
}

function spanKey(span: Window): string {
  return `${span.start}..${span.end}`
}

/** The measured values of a number, by the start of their period; of one period in the order of the text. */
export function actualsOf(plan: Plan, name: string): readonly ActualRow[] {
  return actualValues(plan).get(name)?.rows ?? []
}

/** The row with the latest period that has begun on a day. */
export function latestActual(plan: Plan, name: string, onDate: PlainDate): ActualRow | undefined {
  return actualsOf(plan, name).findLast((row) => row.period.start <= onDate)
}

/** The row of exactly this span, if there is one; the first where there are two. */
export function actualIn(plan: Plan, name: string, span: Window): ActualRow | undefined {
  return actualValues(plan).get(name)?.bySpan.get(spanKey(span))
}

// No person stacks metrics this high; deeper ones are left unknown, so that no stack overflows.
const deepest = 60

/** By plan: beyond that depth the order of computation tells. */
const computed = once((_plan: Plan) => new Remembered<string, Value>())

/**
 * The value of a number in a span, in base units: its actual of exactly that span, else rolled up from actuals of its own grain, else
 * computed from its formula. Sums add; last, max and min take theirs; averages weigh by days; quotients are computed from their
 * rolled-up parts; distinct counts and medians have no value but their own. Undefined when unknown.
 */
export function valueIn(plan: Plan, name: string, span: Window): Exact | undefined {
  const value = valueAt(plan, name, span, 0)
  return typeof value === 'string' ? undefined : toExact(value)
}

/** The value that a metric's formula gives for a span from the values of its parts, its own actuals aside. */
export function computedIn(plan: Plan, metric: Metric, span: Window): Exact | undefined {
  const facts = numbers(plan).get(metric.name)
  if (!facts) return undefined
  const value = formulaValue(plan, facts, metric, span, 0)
  return typeof value === 'string' ? undefined : toExact(value)
}

function valueAt(plan: Plan, name: string, span: Window, depth: number): Value {
  const key = `${name} ${spanKey(span)}`
  return computed(plan).of(key, () => (depth > deepest ? 'unknown' : compute(plan, name, span, depth)))
}

function compute(plan: Plan, name: string, span: Window, depth: number): Value {
  const facts = numbers(plan).get(name)
  if (!facts || facts.hasError) return 'unknown'
  const own = actualIn(plan, name, span)
  if (own) return amount(facts, own)
  const { element } = facts
  const rolled = element.kind === 'measure' || facts.additivity === 'additive' ? rolledUp(plan, facts, span) : 'unknown'
  if (rolled !== 'unknown' || element.kind === 'measure') return rolled
  return formulaValue(plan, facts, element, span, depth)
}

function amount(facts: NumberFacts, row: ActualRow): Value {
  const value = amountOn(facts.unit, row.value)
  return value === undefined ? 'unknown' : rational(value)
}

function formulaValue(plan: Plan, facts: NumberFacts, metric: Metric, span: Window, depth: number): Value {
  const { formula } = metric
  if (!formula || facts.hasError || !facts.isComputable) return 'unknown'
  return evaluate(formula.expression, span, formula.otherwise, {
    ignored: facts.ignoredFactors,
    valueOf: (name, window) => valueAt(plan, name, window, depth + 1),
    grainOf: (name) => numbers(plan).get(name)?.grain,
  })
}

/** Rolls the actuals of a number's own grain up to a longer span; unknown unless every period of the span has one. */
function rolledUp(plan: Plan, facts: NumberFacts, span: Window): Value {
  const { grain, aggregation } = facts
  if (!grain || !aggregation || aggregation === 'distinct' || aggregation === 'median') return 'unknown'
  const periods = periodsIn(grain, span)
  const last = periods.at(-1)
  if (!last || periods.length < 2) return 'unknown'
  const value = (period: Window): Value => {
    const row = actualIn(plan, facts.name, period)
    return row ? amount(facts, row) : 'unknown'
  }
  if (aggregation === 'last') return value(last)
  const values = periods.map(value).filter((part) => typeof part !== 'string')
  const [first, ...rest] = values
  if (!first || values.length < periods.length) return 'unknown'
  switch (aggregation) {
    case 'sum':
      return rest.reduce((total, part) => total.add(part), first)
    case 'max':
      return rest.reduce((best, part) => (part.compare(best) > 0 ? part : best), first)
    case 'min':
      return rest.reduce((best, part) => (part.compare(best) < 0 ? part : best), first)
    case 'average':
      return values.reduce((total, part, at) => total.add(part.mul(daysIn(periods[at] ?? span))), rational(0)).div(daysIn(span))
    default:
      return 'unknown'
  }
}
