import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import type { ProblemOf } from '../../plan/formula/problem.js'
import { freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import type { NumberFacts } from '../../plan/numbers/numbers.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'
import { quoted, titleFrom } from '../fixes/fixes.js'
import { problemsOf, valueText } from './formula.js'

export const hiddenConstant = rule({
  code: 'formula/hidden-constant',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'What a formula divides by is measured, not written into it.',
  why: 'A list size fixed in a formula is right on the day it is written. When the list grows, the rate is wrong and nobody sees it.',
  fix: 'Make the number a measure.',
  bad: 'metric complaint_share "Complaints, of the list" in % per month kpi = spam_complaints / 50_000 messages',
  good: 'metric complaint_share "Complaints, of the list" in % per month kpi = spam_complaints / delivered',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/hidden-constant')) {
      const { literal } = problem
      const message = t('{number} is fixed in `{metric}`. When it changes, the metric is wrong. Make it a measure.', {
        number: valueText(literal.value),
        metric: facts.name,
      })
      report(literal, message, { about: facts.element, other: literal.value.text, fixes: [extractMeasure(plan, facts, problem)] })
    }
  },
})

function extractMeasure(plan: Plan, facts: NumberFacts, { literal }: ProblemOf<'formula/hidden-constant'>): Fix {
  const own = literal.value.unit
  const unit = isBareCount(own) ? own.symbol : 'contacts'
  const name = freeName(plan, `${unit.replace(/[^\p{L}\p{M}\p{N}_]/gu, '_')}_in_all`)
  const text = `measure ${name} ${quoted(titleFrom(name))} in ${unit} per ${facts.grain ?? 'month'} last at least 1`
  return {
    title: t('Make it the measure `{name}`', { name }),
    changes: [
      { type: 'replace', place: literal.place, text: name },
      { type: 'insert-element', after: facts.element.extent, text },
    ],
    isSafe: false,
  }
}
