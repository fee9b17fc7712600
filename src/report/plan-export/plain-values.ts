import type { Exact, Unit } from '../../plan/quantity/quantity.js'
import { formatMeasurement } from '../../plan/quantity/units.js'

/** An exact amount in base units (25% is 0.25, durations are hours) and how people write it. */
export interface PlainAmount {
  readonly amount: Exact
  readonly text: string
}

export function plainAmount(amount: Exact, unit: Unit | undefined): PlainAmount {
  return { amount, text: unit ? formatMeasurement(amount, unit) : amount }
}

/** The entries that have a value: what is unknown is left out of an export. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Keys whose value is undefined are gone, so the narrower type holds for all that are left.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
