import type { ActualRow, NumberElement, Sla } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import type { Exact, Measurement, Unit } from '../quantity/quantity.js'
import { isBareCount, isDuration, sameDimension } from '../quantity/units.js'
import { actualsOf } from './actuals.js'
import { amountOn } from './aims.js'
import { expectedNumbers } from './expected-numbers.js'
import { numbers } from './numbers.js'

/** What the number behind `measured by` says about a promise. */
export interface SlaMeasurement {
  readonly number: NumberElement
  /** `share`: a ratio, the share of cases kept; `amount`: of the promise's own unit; undefined where the units cannot be told. */
  readonly says: 'share' | 'amount' | 'neither' | undefined
  readonly latest: { readonly row: ActualRow; readonly value: Exact } | undefined
  /** A task expects a change of the number. */
  readonly isWorkedOn: boolean
}

/** Reads `measured by`; undefined without one and for an unknown number. */
export function slaMeasurement(plan: Plan, sla: Sla): SlaMeasurement | undefined {
  const number = plan.find(sla.measuredBy, 'measure', 'metric')
  if (!number) return undefined
  const facts = numbers(plan).get(number.name)
  const unit = facts && !facts.hasError && !facts.isInLoop ? facts.unit : undefined
  return {
    number,
    says: unit && kindOf(unit, promiseOf(sla)),
    latest: latestValue(plan, number, unit),
    isWorkedOn: expectedNumbers(plan).has(number.name),
  }
}

/** The value that is promised: the time or the amount. */
export function promiseOf(sla: Sla): Measurement | undefined {
  return sla.within ?? sla.atLeast?.value
}

function kindOf(unit: Unit, promise: Measurement | undefined): SlaMeasurement['says'] {
  if (unit.nature === 'ratio') return 'share'
  if (!promise) return undefined
  const isSame =
    promise.unit.nature === 'plain'
      ? isBareCount(unit)
      : sameDimension(unit, promise.unit) || (isDuration(unit) && isDuration(promise.unit))
  return isSame ? 'amount' : 'neither'
}

/** The actual with the latest period. */
function latestValue(plan: Plan, number: NumberElement, unit: Unit | undefined): SlaMeasurement['latest'] {
  let latest: ActualRow | undefined
  for (const row of actualsOf(plan, number.name)) if (!latest || row.period.end >= latest.period.end) latest = row
  const value = latest && amountOn(unit, latest.value)
  return latest && value !== undefined ? { row: latest, value } : undefined
}
