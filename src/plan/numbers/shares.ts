import { absolute, compare, divide, multiply, subtract } from '../quantity/exact.js'
import type { Exact, Measurement } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'
import { lastDigit, type StatedValue } from './stated-values.js'

/** True when a value as written stands for an exact amount in base units: they differ by at most half of its last digit. */
export function agrees(value: Measurement, amount: Exact): boolean {
  return compare(absolute(subtract(toBase(value), amount)), multiply(lastDigit(value), '0.5')) <= 0
}

/** True when the counts behind a share give another one, or none. Judged only where the share itself fits its number. */
export function isShareWrong({ value, fit }: Pick<StatedValue, 'value' | 'fit'>): boolean {
  if (!value.counts || fit !== 'fits' || value.unit.nature !== 'ratio') return false
  const share = divide(value.counts.part, value.counts.whole)
  return share === undefined || !agrees(value, share)
}
