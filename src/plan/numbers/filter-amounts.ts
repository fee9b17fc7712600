import type { Measure } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import type { Measurement } from '../quantity/quantity.js'
import { numbers } from './numbers.js'
import { fitOf, type StatedValue } from './stated-values.js'

/** An amount that a column is compared with, where a number of the plan says the column's unit. */
interface FilterAmount extends Pick<StatedValue, 'value' | 'facts'> {
  readonly fit: NonNullable<StatedValue['fit']>
}

/** By source and column the number that is read from there and says its unit. */
const byColumn = once((plan: Plan): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const { name, from, in: unit, aggregation } of plan.all('measure')) {
    const isCounted = aggregation?.aggregation === 'count' || aggregation?.aggregation === 'distinct'
    if (!from?.column || !unit || isCounted) continue
    const key = columnKey(from.origin.name, from.column.word)
    if (!found.has(key)) found.set(key, name)
  }
  return found
})

/** The amounts in the filters of a measure whose column is read by a number with a unit. */
export function filterAmounts(plan: Plan, measure: Measure): readonly FilterAmount[] {
  const { from, where } = measure
  if (!from || where.length === 0) return []
  return where.flatMap((filter) => {
    const name = byColumn(plan).get(columnKey(from.origin.name, filter.column.word))
    const facts = name === undefined ? undefined : numbers(plan).get(name)
    const { unit } = facts ?? {}
    if (!facts || !unit) return []
    const values = 'value' in filter ? [filter.value] : 'values' in filter ? filter.values : []
    return values.flatMap(({ measurement: value }) => (value ? { value, facts, fit: fitOfColumn(value, unit) } : []))
  })
}

/** A bare number is one of the column, whatever that holds. */
function fitOfColumn(value: Measurement, unit: Parameters<typeof fitOf>[1]): FilterAmount['fit'] {
  return value.unit.nature === 'plain' ? 'fits' : fitOf(value, unit, false)
}

function columnKey(source: string, column: string): string {
  return `${source}.${column}`
}
