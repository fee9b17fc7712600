import { t } from '@vscode/l10n'
import { amountOfCounts, isShareWrong } from '../../plan/numbers/shares.js'
import { statedIn, stating } from '../../plan/numbers/stated-values.js'
import { absolute, compare, divide, formatExact, multiply, subtract } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { numberPlace, statedName, valueText, writtenAmount } from './formula.js'

export const shareDisagrees = elementRule({
  code: 'formula/share-disagrees',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A share, or any other quotient, and the counts behind it agree.',
  why: 'The counts are there so that a reader can check the value. When they disagree, one of the two is wrong.',
  fix: 'Correct the value or the counts.',
  bad: 'benchmark best_churn "Our best month of 2025" of email_churn is 0.50% (300 of 50_000) in 2025-09',
  good: 'benchmark best_churn "Our best month of 2025" of email_churn is 0.60% (300 of 50_000) in 2025-09',
  kinds: stating,
  checkEach(plan, element, report) {
    for (const stated of statedIn(plan, element)) {
      const { value, element, facts } = stated
      const { counts } = value
      if (!counts || !isShareWrong(stated)) continue
      const share = amountOfCounts(value, counts)
      const parts = {
        subject: statedName(stated),
        value: valueText(value),
        part: formatExact(counts.part),
        whole: formatExact(counts.whole),
      }
      const details = { about: element, other: facts.name }
      if (share === undefined) {
        report(counts, t('{subject} is a share of 0, which has no value. Correct the counts.', parts), details)
      } else if (isReversed(value.amount, value.unit.scale, counts)) {
        report(counts, t('{subject} is {value}, and its counts are the wrong way round: {part} of {whole}. Swap them.', parts), details)
      } else {
        const decimals = Math.max(value.decimals, 0)
        const computed = writtenAmount(share, value.unit, decimals)
        const words = { ...parts, computed: computed.replaceAll('_', ' ') }
        const message =
          value.unit.nature === 'ratio'
            ? t('{part} of {whole} is {computed}, and it says {value} here. Correct the share or the counts.', words)
            : t('{part} of {whole} is {computed}, and it says {value} here. Correct the value or the counts.', words)
        report(value, message, { ...details, fixes: [replaceBy({ place: numberPlace(value) }, computed)] })
      }
    }
  },
})

function isReversed(amount: Exact, scale: Exact, counts: { readonly part: Exact; readonly whole: Exact }): boolean {
  const turned = divide(counts.whole, counts.part)
  if (turned === undefined || compare(counts.part, counts.whole) <= 0) return false
  return compare(absolute(subtract(turned, multiply(amount, scale))), multiply(scale, '0.5')) <= 0
}
