import { t } from '@vscode/l10n'
import type { Goal } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import type { AimFacts } from '../numbers/aims.js'
import { daysIn } from '../numbers/goal-time.js'
import { numbers } from '../numbers/numbers.js'
import { answererBehind } from '../people/answering.js'
import { compare } from '../quantity/exact.js'
import type { PlainDate } from '../quantity/quantity.js'
import { load } from '../schedule/load.js'
import { firstWordIsActivity } from '../words/activity.js'
import { deadlineAgainstPlan, everyGoal, type GoalFacts, goalFacts } from './goals.js'
import { regularlyReported } from './reports.js'
import { shortfallOf } from './work.js'

/** In the order in which they are named. */
export const facets = [
  { name: 'outcome', letter: 'S' },
  { name: 'scope', letter: 'S' },
  { name: 'metric and source', letter: 'M' },
  { name: 'target', letter: 'M' },
  { name: 'baseline', letter: 'M' },
  { name: 'attainable', letter: 'A' },
  { name: 'assignable', letter: 'A' },
  { name: 'relevant', letter: 'R' },
  { name: 'realistic', letter: 'R' },
  { name: 'bounded', letter: 'T' },
] as const
export type FacetName = (typeof facets)[number]['name']
export type Letter = (typeof facets)[number]['letter']

export interface LetterState {
  readonly letter: Letter
  readonly state: 'complete' | 'partial' | 'missing'
  /** In the order of the facets; undefined when the letter is complete. */
  readonly firstAbsent: FacetName | undefined
}

/** How far a goal is SMART. An `ignore` changes nothing here. */
export interface SmartLetters {
  readonly facets: ReadonlyMap<FacetName, boolean>
  /** S, M, A, R, T. */
  readonly letters: readonly LetterState[]
}

/** The facets and letters of every goal by name; of two goals with one name the first. */
export const smartLetters = once((plan: Plan): ReadonlyMap<string, SmartLetters> => {
  const found = new Map<string, SmartLetters>()
  for (const facts of everyGoal(plan)) if (!found.has(facts.goal.name)) found.set(facts.goal.name, lettersOf(plan, facts))
  return found
})

const longHorizon = 13 * 7

function lettersOf(plan: Plan, facts: GoalFacts): SmartLetters {
  const present = new Map(facets.map(({ name }) => [name, isPresent[name](plan, facts)]))
  const letters = (['S', 'M', 'A', 'R', 'T'] as const).map((letter): LetterState => {
    const absent = facets.filter((facet) => facet.letter === letter && !present.get(facet.name))
    const state = absent.length === 0 ? 'complete' : isMissing[letter](facts, present) ? 'missing' : 'partial'
    return { letter, state, firstAbsent: absent[0]?.name }
  })
  return { facets: present, letters }
}

const isPresent: Record<FacetName, (plan: Plan, facts: GoalFacts) => boolean> = {
  outcome: (_plan, facts) =>
    facts.statement !== '' && !isMereActivity(facts) && (facts.aims.length === 0 || facts.aims.every((aim) => aim.direction !== undefined)),
  scope: (_plan, { goal, campaigns }) => goal.scope.length > 0 || campaigns.length > 0,
  'metric and source': (plan, { aims }) => forEach(aims, (aim) => isSourced(plan, aim)),
  target: (_plan, { aims }) => forEach(aims, ({ target }) => target !== undefined),
  baseline: (_plan, { aims }) => forEach(aims, hasBaseline),
  attainable: (_plan, facts) => isAttainable(facts),
  assignable: (plan, { goal }) => goal.owners.length > 0 && isOnePerson(plan, goal),
  relevant: (plan, facts) => facts.serves.length > 0 && hasReason(plan, facts),
  realistic: (plan, facts) => Boolean(facts.goal.realistic?.text.trim()) || (!shortfallOf(plan, facts) && !isOverloaded(plan, facts)),
  bounded: (plan, facts) => isBounded(plan, facts),
}

const isMissing: Record<Letter, (facts: GoalFacts, present: ReadonlyMap<FacetName, boolean>) => boolean> = {
  S: (facts) => facts.statement === '' || isMereActivity(facts),
  M: ({ aims }) => !aims.some(({ number }) => number) || !aims.some(({ target }) => target !== undefined),
  A: (facts) => facts.goal.owners.length === 0 && !isAttainable(facts),
  R: ({ serves }) => serves.length === 0,
  T: ({ deadline }) => deadline === undefined,
}

/** One person, be it by several names. */
function isOnePerson(plan: Plan, { owners }: Goal): boolean {
  const answering = new Set(owners.map((ref) => answererBehind(plan, ref)))
  const [only] = answering
  return answering.size === 1 && only?.kind === 'person'
}

function forEach(aims: readonly AimFacts[], has: (aim: AimFacts) => boolean): boolean {
  return aims.length > 0 && aims.every(has)
}

function isMereActivity({ aims, statement }: GoalFacts): boolean {
  return aims.length === 0 && firstWordIsActivity(statement) !== undefined
}

function isSourced(plan: Plan, { number }: AimFacts): boolean {
  if (!number || (number.kind === 'metric' && !number.formula)) return false
  const measures = numbers(plan).measuresUnder(number.name)
  return measures.length > 0 && measures.every((measure) => measure.from !== undefined)
}

function hasBaseline({ aim, baseline, target, isHold }: AimFacts): boolean {
  if (!aim.baseline?.window || baseline === undefined) return false
  return isHold || target === undefined || compare(baseline, target) !== 0
}

function isAttainable({ hasEvidence, tasks }: GoalFacts): boolean {
  return (
    hasEvidence || tasks.some((task) => task.effort !== undefined || task.assignments.some((assignment) => assignment.hours !== undefined))
  )
}

function hasReason(plan: Plan, { goal, serves, problems }: GoalFacts): boolean {
  if (goal.because?.text.trim() || problems.length > 0) return true
  return serves.some((stakeholder) => stakeholder.needs !== undefined) || plan.findAll(goal.supports, 'objective', 'problem').length > 0
}

/** Of each task that lies in a week with more hours than its person has, the first day of the first such week. */
const firstOverload = once((plan: Plan): ReadonlyMap<string, PlainDate> => {
  const first = new Map<string, PlainDate>()
  for (const { weeks } of load(plan).people) {
    for (const week of weeks) {
      if (!week.isOver) continue
      for (const { task } of week.parts) if ((first.get(task) ?? week.start) >= week.start) first.set(task, week.start)
    }
  }
  return first
})

function isOverloaded(plan: Plan, { tasks, deadline }: GoalFacts): boolean {
  return tasks.some((task) => {
    const week = firstOverload(plan).get(task.name)
    return week !== undefined && (deadline === undefined || week <= deadline)
  })
}

function isBounded(plan: Plan, facts: GoalFacts): boolean {
  const { goal, start, horizon, aims } = facts
  if (start === undefined || facts.deadline === undefined || (deadlineAgainstPlan(plan, facts) ?? 'inside') !== 'inside') return false
  if (!horizon || daysIn(horizon) <= longHorizon) return true
  return goal.checkpoints.length > 0 || aims.some((aim) => regularlyReported(plan).has(aim.aim.number.name))
}

/** `S ok · M partial (no baseline) · A missing (no owner) · R ok · T ok`; undefined for an unknown goal. */
export function lettersText(plan: Plan, goal: string): string | undefined {
  const facts = goalFacts(plan).get(goal)
  const state = smartLetters(plan).get(goal)
  return facts && state?.letters.map((letter) => letterText(plan, facts, letter)).join(' · ')
}

function letterText(plan: Plan, facts: GoalFacts, { letter, state, firstAbsent }: LetterState): string {
  if (state === 'complete' || !firstAbsent) return t('{letter} ok', { letter })
  const lack = lackText(plan, facts, firstAbsent)
  return state === 'missing' ? t('{letter} missing ({lack})', { letter, lack }) : t('{letter} partial ({lack})', { letter, lack })
}

/** What is absent when a facet of a goal is, in a few words. */
function lackText(plan: Plan, facts: GoalFacts, facet: FacetName): string {
  switch (facet) {
    case 'outcome':
      if (facts.statement === '') return t('no statement')
      return facts.aims.length === 0 ? t('work, no result') : t('no direction')
    case 'scope':
      return t('no scope')
    case 'metric and source':
      return facts.aims.length === 0 ? t('no metric') : t('no formula or source')
    case 'target':
      return t('no target')
    case 'baseline':
      return t('no baseline')
    case 'attainable':
      return t('no evidence')
    case 'assignable':
      return facts.goal.owners.length === 0 ? t('no owner') : t('not one person')
    case 'relevant':
      return facts.serves.length === 0 ? t('nobody served') : t('no reason')
    case 'realistic':
      return t('too much work')
    case 'bounded':
      if (facts.deadline === undefined) return t('no deadline')
      return deadlineAgainstPlan(plan, facts) === 'inside' && facts.start !== undefined ? t('no checkpoint') : t('not within the plan')
  }
}
