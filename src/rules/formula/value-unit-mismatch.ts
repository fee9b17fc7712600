import { t } from '@vscode/l10n'
import { elementKinds, type Measure, type PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { amountsWithoutCurrency } from '../../plan/money/bare-amounts.js'
import { filterAmounts } from '../../plan/numbers/filter-amounts.js'
import { isChange, isStating, statedIn } from '../../plan/numbers/stated-values.js'
import type { Unit } from '../../plan/quantity/quantity.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { reportValueFaults, statedName, unitText, valueText } from './formula.js'

export const valueUnitMismatch = elementRule({
  code: 'formula/value-unit-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Every amount is of the kind that its clause expects, and a value is in the unit of its number.',
  why: 'Nothing can be computed from `takes 3 leads`, and a target of 14 days for a rate cannot be reached or missed.',
  fix: 'Give the amount in a unit that fits: the number’s own for its values (`pp` fits changes of a percentage only), hours or days for work and time, a currency for money, `%` for shares.',
  bad: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 14 days in 2025-09',
  good: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 0.05% in 2025-09',
  kinds: elementKinds.filter((kind): kind is PlanElement['kind'] => kind !== 'score' && kind !== 'item'),
  checkEach(plan, element, report) {
    reportValueFaults('formula/value-unit-mismatch', element, report)
    for (const value of amountsWithoutCurrency(plan, element))
      report(
        value,
        t(
          '`{value}` has no currency, and nothing says which one is meant. Write it behind the amount, or `currency EUR` in the strategy.',
          {
            value: valueText(value),
          },
        ),
        { about: element },
      )
    if (element.kind === 'measure') reportFilters(plan, element, report)
    if (!isStating(element)) return
    for (const stated of statedIn(plan, element)) {
      const { value, facts, element } = stated
      if (stated.fit !== 'misfit' || !facts.unit) continue
      const parts = {
        subject: statedName(stated),
        value: valueText(value),
        number: facts.name,
        unit: unitText(facts.unit),
        wanted: wanted(facts.unit),
      }
      const isPoints = value.unit.nature === 'points' && !isChange(stated.role)
      const message = isPoints
        ? t('{subject} is {value}, and percentage points measure a change only. Give the value of `{number}` in {wanted}.', parts)
        : facts.unit.nature === 'quantity'
          ? t('{subject} is {value}, and `{number}` is in {unit}. Give it in {wanted}.', parts)
          : t('{subject} is {value}, and `{number}` is {unit}. Give it in {wanted}.', parts)
      report(value, message, { about: element, other: facts.name })
    }
  },
})

/** A column is compared in the unit of the number that is read from it. */
function reportFilters(plan: Plan, measure: Measure, report: ReportFinding): void {
  for (const { value, facts, fit } of filterAmounts(plan, measure)) {
    if (fit === 'fits' || !facts.unit) continue
    const parts = { value: valueText(value), number: facts.name, wanted: wanted(facts.unit) }
    report(value, t('The filter compares with {value}, and `{number}` reads its column in {wanted}. Compare in {wanted}.', parts), {
      about: measure,
      other: facts.name,
    })
  }
}

function wanted(unit: Unit): string {
  return unit.nature === 'score' ? t('points') : unit.symbol
}
