import { t } from '@vscode/l10n'
import type { Unit } from '../../plan/quantity/quantity.js'
import { parseUnit } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { partText, problemsOf, unitText } from './formula.js'

export const numberWithoutUnit = rule({
  code: 'formula/number-without-unit',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A number that is added to a quantity has that quantity’s unit.',
  why: 'A bare 5 beside a price may be five dollars or a slip. With its unit, the reader and the checker know.',
  fix: 'Write the unit behind the number.',
  bad: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric all_spend "Ad spend and the tool’s fee" in USD per month kpi = ad_spend + 500`,
  good: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric all_spend "Ad spend and the tool’s fee" in USD per month kpi = ad_spend + 500 USD`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/number-without-unit')) {
      const { literal, other, unit } = problem
      const number = literal.value.text
      const withUnit = written(number, unit)
      const parts = { number, other: partText(other), unit: unitText(unit), withUnit: withUnit ?? '' }
      const isOne = unit.nature === 'ratio'
      const message =
        withUnit === undefined
          ? t(
              '{number} has no unit, and `{other}` is in {unit}. Only equal units can be added or subtracted. Give it one, or compute in two steps.',
              parts,
            )
          : isOne
            ? t('{number} has no unit, and `{other}` is a ratio, where 1 means 100%. If percent is meant, write `{withUnit}`.', parts)
            : t('{number} has no unit, and `{other}` is in {unit}. If that is meant, write `{withUnit}`.', parts)
      report(literal, message, { about: facts.element, other: number, fixes: withUnit === undefined ? [] : [replaceBy(literal, withUnit)] })
    }
  },
})

function written(number: string, unit: Unit): string | undefined {
  if (unit.nature === 'ratio') return `${number}%`
  return parseUnit(unit.symbol) ? `${number} ${unit.symbol}` : undefined
}
