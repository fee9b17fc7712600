import { t } from '@vscode/l10n'
import type { Interval } from '../../plan/consistency/interval.js'
import { toExact } from '../../plan/quantity/exact.js'
import type { Unit } from '../../plan/quantity/quantity.js'
import type { Rational } from '../../plan/quantity/rational.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { shownIn } from '../smart/smart.js'

/** `100 appointments`, `at least 5%`, `2.6% to 3.7%`; counts are whole, rounded to the side that is meant. Undefined for what is open on both sides. */
export function intervalText(unit: Unit | undefined, { low, high }: Interval): string | undefined {
  if (!unit) return undefined
  const show = (end: Rational, up: boolean) => shownIn(unit, toExact(isBareCount(unit) ? (up ? end.ceil() : end.floor()) : end))
  if (low && high) {
    const [from, to] = [show(low, true), show(high, low.compare(high) === 0)]
    return low.compare(high) === 0 ? from : t('{low} to {high}', { low: from.replace(` ${unit.symbol}`, ''), high: to })
  }
  if (low) return t('at least {value}', { value: show(low, true) })
  return high && t('at most {value}', { value: show(high, false) })
}
