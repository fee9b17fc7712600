import { t } from '@vscode/l10n'
import type { Assumption, Check, Journey, JourneyStage, Review, Risk, Scoring, Strategy, Workflow } from '../../plan/elements/elements.js'
import { toBase } from '../../plan/quantity/units.js'
import { aspect } from '../taxonomy.js'
import { approvalFacts, ownerFact } from './common.js'
import {
  amountFact,
  cadenceText,
  choiceFact,
  dateFact,
  doneByText,
  type Fact,
  fact,
  levelFact,
  nameFact,
  nameFacts,
  spanFact,
  spanFacts,
  textFact,
  textFacts,
  valueKey,
  valueText,
} from './fact.js'

const organisation = aspect('strategy/for', 'goals', () => t('the organisation'), { added: 'N', dropped: 'N', changed: 'N' })
const summary = aspect('strategy/summary', 'goals', () => t('the summary'), { added: 'N', dropped: 'N', changed: 'N' })
const period = aspect('strategy/period', 'schedule', () => t('the period'), {
  added: 'S',
  dropped: 'R',
  up: 'R',
  down: 'N',
  changed: 'N',
  scale: 'time',
})
const standing = aspect('strategy/standing', 'schedule', () => t('the plan without an end'), { added: 'N', dropped: 'R' })
const reviewed = aspect('strategy/reviewed', 'checks', () => t('the review'), { added: 'S', dropped: 'W', changed: 'N', isPaired: true })
const stage = aspect('strategy/stage', 'checks', () => t('the stage'), { added: 'N', dropped: 'W', up: 'S', down: 'W', scale: 'state' })
const asof = aspect('strategy/asof', 'checks', () => t('the status date'), { added: 'N', dropped: 'N', up: 'N', down: 'R', scale: 'time' })
const supervisor = aspect('strategy/supervisor', 'people', () => t('the supervisor'), { added: 'S', dropped: 'W', changed: 'R' })
const currency = aspect('strategy/currency', 'money', () => t('the currency'), { added: 'N', dropped: 'R', changed: 'R' })
const workweek = aspect('strategy/workweek', 'schedule', () => t('the working week'), { added: 'N', dropped: 'R', changed: 'R' })
const holiday = aspect('strategy/holiday', 'schedule', () => t('the holiday'), { added: 'N', dropped: 'N' })

const likelihood = aspect('risk/likelihood', 'checks', () => t('the likelihood'), {
  added: 'S',
  dropped: 'W',
  up: 'R',
  down: 'N',
  scale: 'amount',
})
const impact = aspect('risk/impact', 'checks', () => t('the impact'), { added: 'S', dropped: 'W', up: 'R', down: 'N', scale: 'amount' })
const response = aspect('risk/response', 'checks', () => t('the response'), { added: 'S', dropped: 'W', changed: 'N' })
const about = aspect('element/about', 'checks', () => t('what it is about'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const check = aspect('element/check', 'checks', () => t('the check'), { added: 'S', dropped: 'W', changed: 'R', isPaired: true })
const day = aspect('review/date', 'checks', () => t('the date'), {
  added: 'S',
  dropped: 'R',
  up: 'R',
  down: 'N',
  scale: 'time',
  brief: true,
})
const lesson = aspect('review/lesson', 'checks', () => t('the lesson'), { added: 'S', dropped: 'R', changed: 'N', isPaired: true })

const when = aspect('stage/when', 'communication', () => t('when somebody enters it'), { added: 'S', dropped: 'R', changed: 'R' })
const trigger = aspect('workflow/trigger', 'communication', () => t('the trigger'), { added: 'S', dropped: 'R', changed: 'R' })
const action = aspect('workflow/action', 'communication', () => t('the action'), { added: 'N', dropped: 'R', changed: 'N', isPaired: true })
const workflowStage = aspect('workflow/stage', 'communication', () => t('the journey stage'), { added: 'N', dropped: 'R', changed: 'N' })
const watch = aspect('workflow/watch', 'communication', () => t('the number watched'), {
  added: 'S',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const using = aspect('workflow/using', 'communication', () => t('the tool used'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const reaches = aspect('workflow/reaches', 'communication', () => t('whom it reaches'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const threshold = aspect('scoring/threshold', 'communication', () => t('the threshold'), {
  added: 'S',
  dropped: 'R',
  up: 'R',
  down: 'R',
  changed: 'R',
  scale: 'amount',
})
const routes = aspect('scoring/routes', 'communication', () => t('who gets the lead'), { added: 'S', dropped: 'W', changed: 'R' })
const score = aspect('scoring/score', 'communication', () => t('the score'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
})

/** What the strategy, its watch over itself and its automation say. */
export const frameAspects = [
  organisation,
  summary,
  period,
  standing,
  reviewed,
  stage,
  asof,
  supervisor,
  currency,
  workweek,
  holiday,
  likelihood,
  impact,
  response,
  about,
  check,
  day,
  lesson,
  when,
  trigger,
  action,
  workflowStage,
  watch,
  using,
  reaches,
  threshold,
  routes,
  score,
]

const stages = ['draft', 'review', 'approved', 'running', 'closed'] as const

export function factsOfStrategy(strategy: Strategy): Fact[] {
  const { workweek: week } = strategy
  return [
    ...textFact(organisation, strategy.for),
    ...textFact(summary, strategy.summary),
    ...spanFact(period, strategy.period),
    ...(strategy.standing ? [fact(standing, 'standing')] : []),
    ...checkFacts(reviewed, strategy.reviewed),
    ...choiceFact(stage, strategy.stage?.stage ?? 'draft', stages),
    ...dateFact(asof, strategy.asof),
    ...ownerFact(strategy.owners),
    ...approvalFacts(strategy.approvals),
    ...nameFact(supervisor, strategy.supervisor),
    ...(strategy.currency ? [fact(currency, strategy.currency.currency)] : []),
    ...(week
      ? [fact(workweek, t('{days}, {hours} a day', { days: week.days.map(dayText).join(', '), hours: valueText(week.hours) }))]
      : []),
    ...spanFacts(holiday, strategy.holidays),
  ]
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function dayText(number: number): string {
  return dayNames[number - 1] ?? String(number)
}

export function factsOfRisk(risk: Risk): Fact[] {
  const { response: answer } = risk
  return [
    ...levelFact(likelihood, risk.likelihood?.level),
    ...levelFact(impact, risk.impact?.level),
    ...ownerFact(risk.owners),
    ...(answer ? [fact(response, doneByText(answer.text, answer.by))] : []),
    ...nameFacts(about, risk.about),
    ...checkFacts(check, risk.checks),
  ]
}

export function factsOfAssumption(assumption: Assumption): Fact[] {
  return [...nameFacts(about, assumption.about), ...ownerFact(assumption.owners), ...checkFacts(check, assumption.checks)]
}

function checkFacts(of: typeof check, checks: readonly Check[]): Fact[] {
  return checks.map((one) => {
    const shown = 'date' in one ? one.date.date : cadenceText(one.every)
    return fact(of, shown, { item: shown })
  })
}

export function factsOfReview(review: Review): Fact[] {
  return [...dateFact(day, review.on), ...nameFacts(about, review.about), ...textFacts(lesson, review.lessons), ...ownerFact(review.owners)]
}

/** A journey says nothing but its stages. */
export function factsOfJourney(_journey: Journey): Fact[] {
  return []
}

export function factsOfJourneyStage(journeyStage: JourneyStage): Fact[] {
  return textFact(when, journeyStage.when)
}

export function factsOfWorkflow(workflow: Workflow): Fact[] {
  return [
    ...textFact(trigger, workflow.trigger),
    ...textFacts(action, workflow.actions),
    ...nameFact(workflowStage, workflow.stage),
    ...nameFacts(watch, workflow.watches),
    ...nameFacts(using, workflow.using),
    ...nameFacts(reaches, workflow.to),
    ...ownerFact(workflow.owners),
  ]
}

export function factsOfScoring(scoring: Scoring): Fact[] {
  const { routes: route } = scoring
  return [
    ...amountFact(threshold, scoring.threshold),
    ...ownerFact(scoring.owners),
    ...(route
      ? [fact(routes, route.using ? t('{name} using {tool}', { name: route.to.name, tool: route.using.name }) : route.to.name)]
      : []),
    ...nameFacts(using, scoring.using),
    ...scoring.scores.map(({ text, points }) =>
      fact(score, points ? valueText(points) : '', {
        item: text.text,
        key: points ? valueKey(points) : '',
        rank: points && toBase(points),
      }),
    ),
  ]
}
