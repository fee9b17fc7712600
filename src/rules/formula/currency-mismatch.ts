import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf } from './formula.js'

export const currencyMismatch = rule({
  code: 'formula/currency-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'A formula computes in one currency.',
  why: 'A plan has no exchange rates, so that it gives the same numbers every day. Two currencies cannot be added or divided.',
  fix: 'Give both numbers in one currency.',
  bad: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
measure agency_fees "Agency fees" in EUR per month sum from hubrunner
metric outside_cost "Money paid to others" in USD per month kpi = ad_spend + agency_fees`,
  good: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
measure agency_fees "Agency fees" in USD per month sum from hubrunner
metric outside_cost "Money paid to others" in USD per month kpi = ad_spend + agency_fees`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/currency-mismatch')) {
      const { node, left, right, leftCurrency, rightCurrency } = problem
      const message = t(
        '`{left}` is in {leftCurrency} and `{right}` in {rightCurrency}, and the plan has no exchange rate. Give both in one currency.',
        {
          left: partText(left),
          right: partText(right),
          leftCurrency,
          rightCurrency,
        },
      )
      const place = node.type === 'binary' ? node.operatorPlace : node.type === 'call' ? node.namePlace : node.place
      report(place, message, { about: facts.element, other: partText(right) })
    }
  },
})
