import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import { bare } from '../../plan/formula/walk.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'
import { partText, problemsOf } from './formula.js'

export const possibleDivisionByZero = rule({
  code: 'formula/possible-division-by-zero',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A quotient says what holds when its denominator is 0.',
  why: 'In a month without recipients a churn rate has no value. Whether that is “none” or 0% is a decision, and not the tool’s.',
  fix: 'Add `else none` or `else 0%` to the formula, or `at least 1` to the measure.',
  bad: `measure form_views "Views of the form" in views per month sum from hubrunner
metric complaints_per_view "Complaints, of the form’s views" in % per month kpi = spam_complaints / form_views`,
  good: `measure form_views "Views of the form" in views per month sum from hubrunner
metric complaints_per_view "Complaints, of the form’s views" in % per month kpi = spam_complaints / form_views else none`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/possible-division-by-zero')) {
      const { element } = facts
      if (element.kind !== 'metric' || !element.formula) continue
      const divisor = bare(problem.node.right)
      const measure = divisor.type === 'name' ? plan.find(divisor.ref, 'measure') : undefined
      const parts = { divisor: partText(divisor), metric: facts.name }
      const message = measure
        ? t('`{divisor}` can be 0, and then `{metric}` has no value. Add `else none`, or `at least 1` to the measure.', parts)
        : t('`{divisor}` can be 0, and then `{metric}` has no value. Add `else none`, or another value for that case.', parts)
      const fixes: Fix[] = [appendTo(element.formula, ' else none')]
      if (measure && !measure.atLeast)
        fixes.push(insertClauses(measure, ['at least 1'], t('Add `at least 1` to `{measure}`', { measure: measure.name })))
      const details = { about: element, other: parts.divisor, fixes }
      report(problem.node.right, message, problem.isDifference ? { ...details, levels: levels('W', 'W', 'W') } : details)
    }
  },
})
