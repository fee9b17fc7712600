import { t } from '@vscode/l10n'
import { actualIn, computedIn } from '../../plan/numbers/actuals.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { agrees, isShareWrong } from '../../plan/numbers/shares.js'
import { brokenLimit, statedIn, stating } from '../../plan/numbers/stated-values.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { valueText, writtenAmount } from './formula.js'

export const valuesDisagree = elementRule({
  code: 'formula/values-disagree',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A metric’s actual is what the actuals of its measures give.',
  why: 'Two values of one month that disagree mean that one was read wrongly, or that the formula is not the one in use.',
  fix: 'Correct the actual, the measures, or the formula.',
  bad: `actuals unsubscribed_contacts { 2027-01 424 }
actuals unique_recipients { 2027-01 50_500 }`,
  good: `actuals unsubscribed_contacts { 2027-01 392 }
actuals unique_recipients { 2027-01 50_500 }`,
  kinds: stating,
  checkEach(plan, element, report) {
    for (const stated of statedIn(plan, element)) {
      const { role, value, facts, window, element, amount } = stated
      if (role !== 'actual' || !window || stated.fit !== 'fits' || facts.element.kind !== 'metric') continue
      if (isShareWrong(stated) || amount === undefined || brokenLimit(facts, amount)) continue
      const computed = computedIn(plan, facts.element, window)
      if (computed === undefined || agrees(value, computed)) continue
      const measures = numbers(plan).measuresUnder(facts.name)
      if (measures.length === 0 || !measures.every((measure) => actualIn(plan, measure.name, window))) continue
      const text = writtenAmount(computed, value.unit, Math.max(value.decimals, 0))
      const message = t(
        'In {period} the measures give {computed} for `{metric}`, and its actual says {value}. Correct the one that was read wrongly.',
        {
          period: window.text,
          computed: text.replaceAll('_', ' '),
          metric: facts.name,
          value: valueText(value),
        },
      )
      report(value, message, { about: element, other: facts.name, fixes: [replaceBy(value, text)] })
    }
  },
})
