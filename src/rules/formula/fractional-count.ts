import { t } from '@vscode/l10n'
import { nodesOf } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { type NumberFacts, numbers } from '../../plan/numbers/numbers.js'
import { statedIn, stating } from '../../plan/numbers/stated-values.js'
import { formatExact, isWhole, round } from '../../plan/quantity/exact.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { numberPlace, valueText } from './formula.js'

export const fractionalCount = elementRule({
  code: 'formula/fractional-count',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'What is counted is a whole number.',
  why: 'Half a tool does not exist. A fraction is a slip, or the number is an average and should say so.',
  fix: 'Round the value, or measure an `average`.',
  bad: 'benchmark most_complaints "Our worst month of 2025" of spam_complaints is 55.5 in 2025-09',
  good: 'benchmark most_complaints "Our worst month of 2025" of spam_complaints is 56 in 2025-09',
  kinds: stating,
  checkEach(plan, element, report) {
    for (const stated of statedIn(plan, element)) {
      const { facts, value, element, fit } = stated
      if (fit !== 'fits' || isWhole(value.amount) || value.unit.nature === 'ratio') continue
      if (!facts.unit || !isBareCount(facts.unit) || !isCountedWhole(plan, facts)) continue
      const message = t('`{number}` is a count, and {value} is not possible. Round it.', { number: facts.name, value: valueText(value) })
      const unit = value.unit.nature === 'plain' ? '' : ` ${value.unit.symbol}`
      const text = `${formatExact(round(value.amount, 0)).replaceAll(' ', '_')}${unit}`
      report(value, message, { about: element, other: facts.name, fixes: [replaceBy({ place: numberPlace(value) }, text)] })
    }
  },
})

/** False for averages and for what a formula divides or multiplies: those may be fractions. */
function isCountedWhole(plan: Plan, facts: NumberFacts): boolean {
  const { aggregation } = facts
  if (facts.element.kind === 'measure') return aggregation !== undefined && aggregation !== 'average' && aggregation !== 'median'
  const around = [facts.name, ...numbers(plan).under(facts.name)].map((name) => plan.find({ name }, 'measure', 'metric'))
  return around.every((number) => {
    if (number?.kind === 'measure')
      return number.aggregation && number.aggregation.aggregation !== 'average' && number.aggregation.aggregation !== 'median'
    if (number?.kind !== 'metric' || !number.formula) return false
    for (const node of nodesOf(number.formula.expression)) {
      if (node.type === 'binary' && (node.operator === '/' || node.operator === '*')) return false
      if (node.type === 'call' && (node.name === 'average' || node.name === 'median')) return false
    }
    return true
  })
}
