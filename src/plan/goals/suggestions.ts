import type { Campaign, Channel, Goal, Metric, Segment } from '../elements/elements.js'
import { inNameOrder } from '../model/name-order.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { numbers } from '../numbers/numbers.js'

/**
 * A `measurable` clause that a goal without one may begin with: a key indicator, else a metric, that no goal measures yet, with the verb of
 * its better side. Undefined in a plan without metrics.
 */
export function suggestedMeasurable(plan: Plan): string | undefined {
  const metrics = inNameOrder(plan, 'metric')
  const used = new Set(plan.all('goal').flatMap((goal) => goal.aims.map((aim) => aim.number.name)))
  const free = metrics.filter((metric) => !used.has(metric.name))
  const metric = free.find((candidate) => candidate.kpi) ?? free[0] ?? metrics[0]
  return metric && `measurable ${metric.name}${verbOf(metric)}`
}

function verbOf(metric: Metric): string {
  if (!metric.better) return ''
  return metric.better.direction === 'higher' ? ' increase' : ' decrease'
}

/** What a goal may be limited to: a campaign for it, else a channel, campaign or segment that its numbers are called after. */
export function suggestedScope(plan: Plan, goal: Goal): string | undefined {
  const own = inNameOrder(plan, 'campaign').find((campaign) => plan.findAll(campaign.for, 'goal').includes(goal))
  if (own) return own.name
  const numberWords = wordsOf(goal.aims.map(({ number }) => `${number.name} ${plan.find(number, 'measure', 'metric')?.title?.text ?? ''}`))
  return scopesOf(plan).find((scope) => isNamedIn(scope, numberWords))?.name
}

/** True where the words of a goal, or the filters of its numbers, already say what it is limited to. */
export function saysItsScope(plan: Plan, goal: Goal): boolean {
  const filters = goal.aims.flatMap(({ number }) => plan.find(number, 'measure')?.where ?? [])
  if (filters.length > 0) return true
  const words = wordsOf([goal.title?.text ?? '', goal.specific?.text ?? ''])
  return scopesOf(plan).some((scope) => isNamedIn(scope, words))
}

/** What goals can be limited to, in the order in which it is offered. */
export function scopesOf(plan: Plan): readonly (Channel | Campaign | Segment)[] {
  return [...inNameOrder(plan, 'channel'), ...inNameOrder(plan, 'campaign'), ...inNameOrder(plan, 'segment')]
}

function isNamedIn(scope: Channel | Campaign | Segment, words: ReadonlySet<string>): boolean {
  return [scope.name, scope.title?.text ?? ''].some((text) => {
    const own = wordsOf([text])
    return own.size > 0 && [...own].every((word) => words.has(word))
  })
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
}

/** Whom a goal may serve: the first stakeholder that is not merely watched, else the first one. */
export function suggestedStakeholder(plan: Plan): string | undefined {
  const stakeholders = inNameOrder(plan, 'stakeholder')
  return (stakeholders.find((stakeholder) => !stakeholder.monitor) ?? stakeholders[0])?.name
}

/** The ratios of a plan, key indicators first, and the first of them that each number is a part of. */
const rates = once((plan: Plan): { readonly all: readonly string[]; readonly byPart: ReadonlyMap<string, string> } => {
  const ratios = inNameOrder(plan, 'metric').filter((metric) => numbers(plan).get(metric.name)?.unit?.nature === 'ratio')
  const all = [...ratios.filter((metric) => metric.kpi), ...ratios.filter((metric) => !metric.kpi)].map((metric) => metric.name)
  const byPart = new Map<string, string>()
  for (const name of all) for (const part of numbers(plan).get(name)?.restsOn ?? []) if (!byPart.has(part)) byPart.set(part, name)
  return { all, byPart }
})

/** A ratio to look at beside the numbers that a goal moves: one that is computed from them, else the first that is none of them. */
export function suggestedRate(plan: Plan, moved: readonly string[]): string | undefined {
  const { all, byPart } = rates(plan)
  const part = moved.map((name) => byPart.get(name)).find((rate) => rate !== undefined && !moved.includes(rate))
  return part ?? all.find((rate) => !moved.includes(rate))
}
