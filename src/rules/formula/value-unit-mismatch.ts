import { t } from '@vscode/l10n'
import { isChange, statedIn, stating } from '../../plan/numbers/stated-values.js'
import type { Unit } from '../../plan/quantity/quantity.js'
import { elementRule, levels } from '../engine/rule.js'
import { statedName, unitText, valueText } from './formula.js'

export const valueUnitMismatch = elementRule({
  code: 'formula/value-unit-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A value is stated in the unit of its number.',
  why: 'A target of 14 days for a rate cannot be reached or missed.',
  fix: 'Give the value in the number’s unit; `pp` fits changes of a percentage only.',
  bad: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 14 days in 2025-09',
  good: 'benchmark best_complaints "Our best month of 2025" of complaint_rate is 0.05% in 2025-09',
  kinds: stating,
  checkEach(plan, element, report) {
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

function wanted(unit: Unit): string {
  return unit.nature === 'score' ? t('points') : unit.symbol
}
