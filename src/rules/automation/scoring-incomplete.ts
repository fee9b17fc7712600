import { t } from '@vscode/l10n'
import type { Scoring } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { hasValueFaultIn, isGiven } from '../../plan/model/given-clauses.js'
import { inNameOrder } from '../../plan/model/name-order.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { series } from '../wording/wording.js'

export const scoringIncomplete = rule({
  code: 'automation/scoring-incomplete',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'A scoring has an owner, scores with points, a threshold, and somebody who gets the leads.',
  why: 'When one of these is missing, leads are scored and then wait.',
  fix: 'Add the part that is named.',
  bad: `scoring lead_score "Lead score" threshold 35 owner ben {
  score "Pricing page" 15
  score "Form submission" 20
}`,
  good: `scoring lead_score "Lead score" threshold 35 owner ben routes to sales {
  score "Pricing page" 15
  score "Form submission" 20
}`,
  check(plan, report) {
    for (const scoring of plan.all('scoring')) {
      const missing = missingParts(plan, scoring)
      if (missing.length === 0) continue
      const clauses = missing.flatMap((part) => part.clause ?? [])
      const advice = missing.flatMap((part) => part.advice)
      const fixes: Fix[] = clauses.length > 0 ? [insertClauses(scoring, clauses)] : []
      report(
        scoring,
        t('`{name}` {missing}, so a qualified lead may wait. Add {clauses}.', {
          name: scoring.name,
          missing: series(missing.map((part) => part.what)),
          clauses: series(advice),
        }),
        { fixes },
      )
    }
  },
})

interface Missing {
  readonly what: string
  readonly advice: string
  readonly clause?: string | undefined
}

function missingParts(plan: Plan, scoring: Scoring): readonly Missing[] {
  const person = defaultPerson(plan)
  const stakeholders = inNameOrder(plan, 'stakeholder')
  const target = stakeholders.find((stakeholder) => stakeholder.is?.word === 'employee') ?? stakeholders[0]
  const missing: Missing[] = []
  if (!isGiven(scoring, 'owner')) {
    missing.push({ what: t('has no owner'), advice: '`owner`', clause: person === undefined ? undefined : `owner ${person}` })
  }
  if (!isGiven(scoring, 'routes to')) {
    const to = target?.name ?? person
    missing.push({
      what: t('routes to nobody'),
      advice: to === undefined ? '`routes to`' : `\`routes to ${to}\``,
      clause: to === undefined ? undefined : `routes to ${to}`,
    })
  }
  if (!isGiven(scoring, 'threshold')) missing.push({ what: t('has no threshold'), advice: '`threshold`', clause: 'threshold 50' })
  if (scoring.scores.length === 0) {
    missing.push({ what: t('has no score'), advice: '`score`', clause: `score "${t('What counts')}" 50` })
  } else if (scoring.scores.some((score) => !score.points && !hasValueFaultIn(scoring, score.place))) {
    missing.push({ what: t('has a score without points'), advice: t('the missing points') })
  }
  return missing
}
