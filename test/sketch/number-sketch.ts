import type { ActualRow, Actuals, Aggregation, Measure, Metric } from '../../src/plan/elements/elements.js'
import type { Formula, Operator } from '../../src/plan/elements/formula.js'
import { parsePeriod } from '../../src/plan/quantity/periods.js'
import type { Grain, Measurement, Span } from '../../src/plan/quantity/quantity.js'
import { parseUnit } from '../../src/plan/quantity/units.js'
import { measured, refTo, span } from './plan-sketch.js'

/** Numbers made by hand, for tests of what is computed from formulas without reading a plan's text. */

const place = { file: 'plan.mops', start: 0, end: 0 }

function base<K extends 'measure' | 'metric' | 'actuals'>(kind: K, name: string) {
  return {
    kind,
    name,
    place,
    extent: place,
    title: undefined,
    path: [name],
    documentation: undefined,
    notes: [],
    links: [],
    tags: [],
    ignores: [],
    clauses: [],
    valueFaults: [],
  }
}

function unitSketch(text: string) {
  const unit = parseUnit(text)
  if (!unit) throw new Error(`no unit: ${text}`)
  return { unit, text, place }
}

/** `measureSketch('clicks', 'clicks', 'month', 'sum')`. */
export function measureSketch(
  name: string,
  unit: string,
  grain: Grain,
  aggregation: Aggregation,
  more: { partOf?: string; atLeast?: string } = {},
): Measure {
  return {
    ...base('measure', name),
    in: unitSketch(unit),
    per: { grain, place },
    aggregation: { aggregation, place },
    from: undefined,
    where: [],
    partOf: more.partOf === undefined ? undefined : refTo(more.partOf),
    atLeast: more.atLeast === undefined ? undefined : measured(more.atLeast),
  }
}

/** `metricSketch('click_rate', '%', 'clicks / delivered')`; an empty unit declares none. */
export function metricSketch(
  name: string,
  unit: string,
  formula: string,
  more: { per?: Grain; otherwise?: 'none' | Measurement } = {},
): Metric {
  return {
    ...base('metric', name),
    in: unit ? unitSketch(unit) : undefined,
    per: more.per && { grain: more.per, place },
    better: undefined,
    bounds: undefined,
    observe: undefined,
    owners: [],
    kpi: undefined,
    stage: undefined,
    formula: { expression: formulaSketch(formula), otherwise: more.otherwise, place },
  }
}

/** `actualsSketch('clicks', { '2027-01': '12' })`. */
export function actualsSketch(of: string, rows: Readonly<Record<string, string>>): Actuals {
  const list: ActualRow[] = Object.entries(rows).map(([period, value]) => ({ period: periodSketch(period), value: measured(value), place }))
  return { ...base('actuals', ''), of: refTo(of), rows: list }
}

/** `2027-01` as a span. */
export function periodSketch(text: string): Span {
  const period = parsePeriod(text)
  if (!period.ok) throw new Error(`no period: ${text}`)
  return { ...span(period.start, period.end), grain: period.grain, text }
}

/** A formula of the language, read by a small parser of its own. */
export function formulaSketch(text: string): Formula {
  const tokens = text.match(/[\d.]+(?:%|(?: [A-Z]{3}(?:\/\w+)?))?|\w+|[-+*/(),]/g) ?? []
  let at = 0
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) return false
    at++
    return true
  }
  const chain = (operators: readonly Operator[], next: () => Formula): Formula => {
    let left = next()
    for (let operator = operators.find(take); operator; operator = operators.find(take))
      left = { type: 'binary', operator, operatorPlace: place, isTypographic: false, left, right: next(), place }
    return left
  }
  const sum = (): Formula => chain(['+', '-'], product)
  const product = (): Formula => chain(['*', '/'], single)
  const single = (): Formula => {
    if (take('-')) return { type: 'negate', operand: single(), place }
    if (take('(')) {
      const inner = sum()
      take(')')
      return { type: 'group', inner, place }
    }
    const token = tokens[at++] ?? ''
    if (/^[\d.]/.test(token)) return { type: 'number', value: measured(token.replace(' ', '')), place }
    if (!take('(')) return { type: 'name', ref: refTo(token), place }
    const args: Formula[] = []
    let over: Grain | undefined
    while (!take(')')) {
      args.push(sum())
      take(',')
      if (take('over')) over = tokens[at++] as Grain // a test's own text
    }
    return { type: 'call', name: token, namePlace: place, args, over, place }
  }
  return sum()
}
