import { t } from '@vscode/l10n'
import { compare, formatExact } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'

export const singleScoreQualifies = rule({
  code: 'automation/single-score-qualifies',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'No single score reaches the threshold by itself.',
  why: 'When one sign is enough, the other scores decide nothing, and the lead may be weak.',
  fix: 'Lower the score or raise the threshold. If one sign is meant to be enough, say so in a `note` of the scoring.',
  bad: `scoring lead_score "Lead score" threshold 65 owner ben routes to sales {
  score "Pricing page" 15
  score "Matches the ideal customer" 70
}`,
  good: `scoring lead_score "Lead score" threshold 65 owner ben routes to sales {
  score "Pricing page" 15
  score "Matches the ideal customer" 60
}`,
  check(plan, report) {
    for (const scoring of plan.all('scoring')) {
      const { threshold, scores } = scoring
      if (!threshold || scores.length < 2 || scoring.notes.length > 0) continue
      for (const score of scores) {
        if (!score.points || compare(score.points.amount, threshold.amount) < 0) continue
        report(
          score,
          t('“{score}” alone gives {points} of {threshold} points. If one rule is meant to be enough, say so in a note.', {
            score: score.text.text,
            points: formatExact(score.points.amount),
            threshold: formatExact(threshold.amount),
          }),
          { about: scoring, other: score.text.text },
        )
      }
    }
  },
})
