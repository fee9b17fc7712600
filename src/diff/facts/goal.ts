import { t } from '@vscode/l10n'
import type { Aim, Goal, Objective, Problem, Timebound } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { dayNumber } from '../../plan/quantity/days.js'
import { exact, multiply, negate } from '../../plan/quantity/exact.js'
import type { Measurement, Span } from '../../plan/quantity/quantity.js'
import { toBase } from '../../plan/quantity/units.js'
import { aspect } from '../taxonomy.js'
import { approvalFacts, ownerFact } from './common.js'
import { doneByText, type Fact, fact, nameFacts, ratedRank, ratedText, textFact, textFacts, valueKey, valueText } from './fact.js'

const aimed = aspect('goal/measurable', 'goals', () => t('the measurable'), { added: 'S', dropped: 'W', changed: 'R' })
const target = aspect('goal/target', 'goals', () => t('the target'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'amount',
  within: aimed,
  brief: (facts) => facts.map(({ item, shown }) => t('{number} {target}', { number: item, target: shown })).join(', '),
})
const targetWindow = aspect('goal/target-date', 'goals', () => t('the date of the target'), {
  added: 'S',
  dropped: 'R',
  up: 'W',
  down: 'S',
  changed: 'R',
  scale: 'time',
  within: target,
})
const baseline = aspect('goal/baseline', 'goals', () => t('the baseline'), { added: 'S', dropped: 'W', changed: 'R', within: aimed })
const start = aspect('goal/start', 'goals', () => t('the start'), { added: 'N', dropped: 'N', up: 'R', down: 'N', scale: 'time' })
const deadline = aspect('goal/deadline', 'goals', () => t('the deadline'), {
  added: 'S',
  dropped: 'W',
  up: 'W',
  down: 'S',
  changed: 'R',
  scale: 'time',
  brief: (facts) => t('until {date}', { date: facts.map(({ shown }) => shown).join(', ') }),
})
const specific = aspect('goal/specific', 'goals', () => t('what is meant'), { added: 'S', dropped: 'W', changed: 'N' })
const achievable = aspect('goal/achievable', 'goals', () => t('why it can be reached'), { added: 'S', dropped: 'W', changed: 'N' })
const because = aspect('goal/relevant', 'goals', () => t('why it matters'), { added: 'S', dropped: 'W', changed: 'N' })
const realistic = aspect('goal/realistic', 'goals', () => t('why the team can do it'), { added: 'S', dropped: 'W', changed: 'N' })
const scope = aspect('goal/scope', 'goals', () => t('the scope'), { added: 'N', dropped: 'R', changed: 'R', followsElements: true })
const evidence = aspect('goal/evidence', 'goals', () => t('the evidence'), {
  added: 'S',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const serves = aspect('goal/serves', 'people', () => t('the stakeholder served'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
})
const guard = aspect('goal/guard', 'goals', () => t('the guard'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'bound',
})
const watch = aspect('goal/watch', 'goals', () => t('the number watched'), {
  added: 'S',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const checkpoint = aspect('goal/checkpoint', 'goals', () => t('the checkpoint'), {
  added: 'S',
  dropped: 'W',
  up: 'R',
  down: 'N',
  changed: 'R',
  scale: 'time',
  isPaired: true,
})
const checkpointValue = aspect('goal/checkpoint-value', 'goals', () => t('the value wished at the checkpoint'), {
  added: 'S',
  dropped: 'R',
  up: 'S',
  down: 'W',
  changed: 'R',
  scale: 'amount',
  within: checkpoint,
})
const supports = aspect('goal/supports', 'goals', () => t('what it supports'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const aspiration = aspect('goal/aspirational', 'goals', () => t('the share of the way that counts as met'), {
  added: 'W',
  dropped: 'S',
  up: 'S',
  down: 'W',
  scale: 'amount',
})
const outcome = aspect('goal/outcome', 'goals', () => t('the outcome'), { up: 'S', down: 'W', changed: 'N', scale: 'state' })
const explained = aspect('goal/changed', 'goals', () => t('the change on record'), {
  added: 'N',
  dropped: 'R',
  changed: 'N',
  isPaired: true,
})
const hurts = aspect('problem/hurts', 'goals', () => t('who is hurt'), { added: 'N', dropped: 'N', changed: 'N', followsElements: true })
const symptom = aspect('problem/symptom', 'goals', () => t('the symptom'), { added: 'N', dropped: 'N', changed: 'N', isPaired: true })
const solution = aspect('problem/solution', 'goals', () => t('the solution'), { added: 'S', dropped: 'R', changed: 'N', isPaired: true })

export const goalAspects = [
  aimed,
  target,
  targetWindow,
  baseline,
  start,
  deadline,
  specific,
  achievable,
  because,
  realistic,
  scope,
  evidence,
  serves,
  guard,
  watch,
  checkpoint,
  checkpointValue,
  supports,
  aspiration,
  outcome,
  explained,
  hurts,
  symptom,
  solution,
]

export function factsOfGoal(goal: Goal, plan: Plan): Fact[] {
  const facts = goalFacts(plan).get(goal.name)
  const aims = facts?.goal === goal ? facts.aims : []
  const settled = goal.outcome ? `${goal.outcome.outcome}${goal.outcome.on ? ` on ${goal.outcome.on.date}` : ''}` : t('open')
  return [
    ...goal.aims.flatMap((aim) =>
      factsOfAim(
        aim,
        aims.find((one) => one.aim === aim),
      ),
    ),
    ...startFact(goal.timebound),
    ...deadlineFact(goal.timebound, facts?.deadline),
    ...textFact(specific, goal.specific),
    ...textFact(achievable, goal.achievable),
    ...textFact(because, goal.because),
    ...textFact(realistic, goal.realistic),
    ...nameFacts(scope, goal.scope),
    ...nameFacts(evidence, goal.given),
    ...nameFacts(serves, goal.relevantTo),
    ...ownerFact(goal.owners),
    ...approvalFacts(goal.approvals),
    ...goal.guards.map(({ number, bound, value, per }) => {
      const rank = ratedRank(value, per)
      const shown = `${bound} ${ratedText(value, per)}`
      return fact(guard, shown, { item: number.name, rank: bound === 'at most' ? negate(rank) : rank })
    }),
    ...nameFacts(watch, goal.watches),
    ...goal.checkpoints.flatMap(({ date: { date }, value }) => [
      fact(checkpoint, value ? t('{date} at {value}', { date, value: valueText(value) }) : date, {
        item: date,
        key: date,
        rank: exact(dayNumber(date)),
        day: date,
      }),
      ...(value ? [fact(checkpointValue, valueText(value), { item: date, key: valueKey(value), rank: onWay(aims[0], value) })] : []),
    ]),
    ...nameFacts(supports, goal.supports),
    ...aspirationFact(goal.aspirational),
    fact(outcome, settled, { rank: goal.outcome?.outcome === 'dropped' ? '0' : goal.outcome?.outcome === 'met' ? '2' : '1' }),
    ...goal.changes.map(({ date: { date }, because: why }) => fact(explained, why ? `${date}: ${why.text}` : date, { item: date })),
  ]
}

function aspirationFact(aspirational: Goal['aspirational']): Fact[] {
  if (!aspirational) return []
  const { share } = aspirational
  return [fact(aspiration, share ? valueText(share) : '70%', { rank: share ? toBase(share) : '0.7' })]
}

function onWay(aim: AimFacts | undefined, value: Measurement) {
  return aim?.direction ? multiply(toBase(value), String(aim.direction)) : undefined
}

function factsOfAim(aim: Aim, facts: AimFacts | undefined): Fact[] {
  const item = aim.number.name
  const found = [fact(aimed, aim.verb?.verb ?? '', { item, key: aim.verb?.verb ?? '' })]
  const aims = [
    aim.change &&
      t('by {value}', {
        value: `${aim.change.signed && !aim.change.value.amount.startsWith('-') ? '+' : ''}${valueText(aim.change.value)}`,
      }),
    aim.target && `${aim.target.bound ? `${aim.target.bound} ` : ''}${valueText(aim.target.value)}`,
  ].filter((text) => text !== undefined)
  if (aims.length > 0) found.push(fact(target, aims.join(' '), { item, rank: ambition(facts) }))
  const window = aim.target?.window ?? aim.change?.window
  if (window) found.push(windowFact(targetWindow, window, item))
  if (aim.baseline) {
    const { value, window } = aim.baseline
    const shown = window ? t('{value} in {period}', { value: valueText(value), period: window.text }) : valueText(value)
    found.push(fact(baseline, shown, { item }))
  }
  return found
}

/** How much is wanted: the target in the direction of the goal. */
function ambition(facts: AimFacts | undefined) {
  if (!facts?.direction) return undefined
  const wanted = facts.target ?? facts.neededChange
  return wanted && multiply(wanted, String(facts.direction))
}

function windowFact(of: typeof targetWindow, { start: first, end, text }: Span, item: string): Fact {
  return fact(of, text, { item, key: `${first} ${end}`, rank: exact(dayNumber(end)), day: end })
}

function startFact(bound: Timebound | undefined): Fact[] {
  if (!bound || !('period' in bound)) return []
  const { start: first } = bound.period
  return [fact(start, first, { rank: exact(dayNumber(first)), day: first })]
}

function deadlineFact(bound: Timebound | undefined, date: string | undefined): Fact[] {
  if (!bound && date === undefined) return []
  const shown = bound && 'within' in bound ? t('within {duration}', { duration: valueText(bound.within) }) : (date ?? '')
  return [fact(deadline, shown, { rank: date === undefined ? undefined : exact(dayNumber(date)), day: date })]
}

export function factsOfObjective({ period, relevantTo, because: why, owners, aspirational }: Objective): Fact[] {
  const bound = period && { period, place: period.place }
  return [
    ...startFact(bound),
    ...deadlineFact(bound, period?.end),
    ...textFact(because, why),
    ...nameFacts(serves, relevantTo),
    ...ownerFact(owners),
    ...aspirationFact(aspirational),
  ]
}

export function factsOfProblem(problem: Problem): Fact[] {
  return [
    ...nameFacts(hurts, problem.hurts),
    ...textFacts(symptom, problem.symptoms),
    ...problem.solutions.map(({ text, by }) => fact(solution, doneByText(text, by), { item: text.text })),
  ]
}
