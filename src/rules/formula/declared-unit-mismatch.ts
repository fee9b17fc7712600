import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { partText, problemsOf, unitText, writtenUnit } from './formula.js'

export const declaredUnitMismatch = rule({
  code: 'formula/declared-unit-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'The unit that a metric declares is the unit that its formula gives.',
  why: 'With two units one of the two is wrong, and every target, bound and actual of the metric may be read in the wrong one.',
  fix: 'Correct the unit behind `in`, or the formula.',
  bad: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric cost_per_message "Cost for each delivered message" in % per month kpi = ad_spend / delivered`,
  good: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric cost_per_message "Cost for each delivered message" in USD/message per month kpi = ad_spend / delivered`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/declared-unit-mismatch')) {
      const { element } = facts
      if (element.kind !== 'metric' || !element.in || !element.formula) continue
      const message = t('`{metric}` is declared in `{declared}`, and `{formula}` gives {unit}. Correct one of them.', {
        metric: element.name,
        declared: element.in.text,
        formula: partText(element.formula.expression),
        unit: unitText(problem.unit),
      })
      const text = writtenUnit(problem.unit)
      report(element.in, message, { about: element, fixes: text === undefined ? [] : [replaceBy(element.in, text)] })
    }
  },
})
