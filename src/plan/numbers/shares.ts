import { absolute, compare, divide, multiply, subtract } from '../quantity/exact.js'
import type { Exact, Measurement } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'
import { lastDigit, type StatedValue } from './stated-values.js'

/** True when a value as written stands for an exact amount in base units: they differ by at most half of its last digit. */
export function agrees(value: Measurement, amount: Exact): boolean {
  return compare(absolute(subtract(toBase(value), amount)), multiply(lastDigit(value), '0.5')) <= 0
}

/**
 * What the counts behind a value make of it, in base units: of `12% (60 of 500)` 0.12, of `560 EUR/customer (2_800_000 of 5_000)` 560.
 * Undefined for a share of 0.
 */
export function amountOfCounts({ unit }: Measurement, { part, whole }: { readonly part: Exact; readonly whole: Exact }): Exact | undefined {
  const quotient = divide(part, whole)
  return quotient === undefined || unit.nature === 'ratio' ? quotient : multiply(quotient, unit.scale)
}

/** True when the counts behind a share or any other quotient give another value, or none. Judged only where the value itself fits its number. */
export function isShareWrong({ value, fit }: Pick<StatedValue, 'value' | 'fit'>): boolean {
  if (!value.counts || fit !== 'fits' || !isQuotient(value)) return false
  const amount = amountOfCounts(value, value.counts)
  return amount === undefined || !agrees(value, amount)
}

function isQuotient({ unit }: Measurement): boolean {
  return unit.nature === 'ratio' || unit.bases.some((base) => base.exponent < 0)
}
