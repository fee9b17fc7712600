import type { Actuals, Measure } from '../plan/elements/elements.js'
import { bare } from '../plan/formula/walk.js'
import { createPlan } from '../plan/model/create-plan.js'
import type { Plan } from '../plan/model/plan.js'
import { computedIn, valueIn } from '../plan/numbers/actuals.js'
import { numbers } from '../plan/numbers/numbers.js'
import { isWhole } from '../plan/quantity/exact.js'
import { spanText } from '../plan/quantity/periods.js'
import type { Exact, Window } from '../plan/quantity/quantity.js'
import { plainUnit } from '../plan/quantity/units.js'
import { grouped } from './grouped.js'
import type { MeasuredRow } from './read-measures.js'

/** The value of a number in base units, with the counts behind a plain quotient. */
export interface MeasuredValue {
  readonly value: Exact
  readonly counts: { readonly part: Exact; readonly whole: Exact } | undefined
}

/**
 * The plan with what was measured in place of what is written, so that formulas, roll-ups, `previous` and the rest are computed by the one
 * evaluator that also judges written values. `names` are the numbers that rest on measured measures alone.
 */
export function measuredPlan(plan: Plan, rows: readonly MeasuredRow[], names: readonly string[]): Plan {
  const measures = new Set(names.flatMap((name) => numbers(plan).measuresUnder(name)))
  const replaced = new Set([...names, ...[...measures].map(({ name }) => name)])
  const byMeasure = grouped(rows, ({ measure }) => measure)
  const actuals = [...byMeasure].map(([measure, some]) => actualsWith(measure, some))
  const [first, ...others] = plan.source.files.map((file) => ({
    ...file,
    elements: file.elements.filter((element) => element.kind !== 'actuals' || !replaced.has(element.of?.name ?? '')),
  }))
  if (!first) return plan
  const files = [{ ...first, elements: [...first.elements, ...actuals] }, ...others]
  return createPlan({ ...plan.source, files }, { today: plan.statusDate.date, clock: plan.statusDate.date })
}

function actualsWith(measure: Measure, rows: readonly MeasuredRow[]): Actuals {
  const { place, extent } = measure
  const unit = measure.in?.unit ?? plainUnit
  return {
    kind: 'actuals',
    name: '',
    title: undefined,
    path: [],
    documentation: undefined,
    notes: [],
    links: [],
    tags: [],
    ignores: [],
    clauses: [],
    valueFaults: [],
    place,
    extent,
    of: { name: measure.name, place },
    rows: rows.map(({ period, value }) => ({
      place,
      period: { ...period, grain: undefined, text: spanText(period.start, period.end), place },
      value: { amount: value, decimals: 0, unit, unitPlace: undefined, counts: undefined, text: value, place },
    })),
  }
}

/** What a number comes to in a measured plan; undefined where the data have nothing for it. */
export function measuredValue(plan: Plan, name: string, span: Window): MeasuredValue | undefined {
  const element = numbers(plan).get(name)?.element
  const value = element?.kind === 'metric' ? computedIn(plan, element, span) : valueIn(plan, name, span)
  if (value === undefined) return undefined
  const formula = element?.kind === 'metric' && element.formula ? bare(element.formula.expression) : undefined
  if (formula?.type !== 'binary' || formula.operator !== '/') return { value, counts: undefined }
  const [part, whole] = [formula.left, formula.right].map((side) => {
    const named = bare(side)
    return named.type === 'name' ? valueIn(plan, named.ref.name, span) : undefined
  })
  const isCounted = part !== undefined && whole !== undefined && isWhole(part) && isWhole(whole)
  return { value, counts: isCounted ? { part, whole } : undefined }
}
