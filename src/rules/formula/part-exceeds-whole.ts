import { t } from '@vscode/l10n'
import type { Measure } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { type StatedValue, statedValues } from '../../plan/numbers/stated-values.js'
import { compare } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { valueText } from './formula.js'

export const partExceedsWhole = rule({
  code: 'formula/part-exceeds-whole',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A part is never larger than its whole.',
  why: 'If more questions were answered than asked, one of the two counts is wrong, and so is every rate made of them.',
  fix: 'Correct the value that is wrong, or drop `part of` when it is no part.',
  bad: `actuals answers_in_time { 2027-01 70 }
actuals guideline_questions { 2027-01 60 }`,
  good: `actuals answers_in_time { 2027-01 57 }
actuals guideline_questions { 2027-01 60 }`,
  check(plan, report) {
    const byKey = new Map<string, StatedValue>()
    for (const stated of statedValues(plan)) {
      const key = keyOf(stated, stated.facts.name)
      if (key !== undefined && stated.amount !== undefined && !byKey.has(key)) byKey.set(key, stated)
    }
    for (const stated of statedValues(plan)) {
      const whole = stated.facts.element.kind === 'measure' ? wholeOf(plan, stated.facts.element) : undefined
      const key = whole && keyOf(stated, whole.name)
      const other = key === undefined ? undefined : byKey.get(key)
      if (!whole || !other?.amount || stated.amount === undefined || compare(stated.amount, other.amount) <= 0) continue
      const message = t(
        '{part} `{partName}` out of {whole} `{wholeName}` in {period}. A part cannot be larger than its whole. Correct one of the two.',
        {
          part: valueText(stated.value),
          partName: stated.facts.name,
          whole: valueText(other.value),
          wholeName: whole.name,
          period: stated.window?.text ?? '',
        },
      )
      const related = [{ place: other.value.place, message: t('The whole, `{whole}`', { whole: whole.name }) }]
      report(stated.value, message, { about: stated.element, other: whole.name, related })
    }
  },
})

function wholeOf(plan: Plan, part: Measure): Measure | undefined {
  return plan.find(part.partOf, 'measure')
}

/** Values are compared that are measured for one span, and values that are aimed at for one span. */
function keyOf(stated: StatedValue, number: string): string | undefined {
  const { role, window } = stated
  if (!window || (role !== 'actual' && role !== 'baseline' && role !== 'target')) return undefined
  return `${role === 'target' ? 'target' : 'measured'} ${number} ${window.start}..${window.end}`
}
