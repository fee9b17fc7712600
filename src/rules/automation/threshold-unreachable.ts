import { t } from '@vscode/l10n'
import { compare, exact, formatExact, signOf, sum } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

export const thresholdUnreachable = rule({
  code: 'automation/threshold-unreachable',
  levels: levels('W', 'W', 'E'),
  inLibraries: true,
  summary: 'The scores together can reach the threshold.',
  why: 'A threshold that no lead can reach hands over no lead.',
  fix: 'Lower the threshold, or raise or add scores.',
  bad: `scoring lead_score "Lead score" threshold 65 owner ben routes to sales {
  score "Pricing page" 15
  score "Form submission" 20
  score "Matches the ideal customer" 25
}`,
  good: `scoring lead_score "Lead score" threshold 60 owner ben routes to sales {
  score "Pricing page" 15
  score "Form submission" 20
  score "Matches the ideal customer" 25
}`,
  check(plan, report) {
    for (const scoring of plan.all('scoring')) {
      const { threshold, scores } = scoring
      const points = scores.map((score) => score.points?.amount).filter((amount) => amount !== undefined)
      if (!threshold || points.length === 0 || points.length < scores.length) continue
      const reachable = sum(points.filter((amount) => signOf(amount) > 0))
      if (compare(reachable, threshold.amount) >= 0) continue
      const parts = { name: scoring.name, sum: formatExact(reachable), threshold: formatExact(threshold.amount) }
      report(
        threshold,
        t('All scores of `{name}` together give {sum} points, and the threshold is {threshold}. No lead can reach it.', parts),
        { about: scoring, fixes: [replaceBy(threshold, exact(reachable), t('Set the threshold to {sum}', parts))] },
      )
    }
  },
})
