import type { Metric } from './elements.js'
import type { Plan } from './plan.js'

/**
 * A `measurable` clause that a goal without one may begin with: a key indicator, else a metric, that no goal measures yet, with the verb of
 * its better side. Undefined in a plan without metrics.
 */
export function suggestedMeasurable(plan: Plan): string | undefined {
  const metrics = plan.all('metric').filter((metric) => metric.name !== '')
  const used = new Set(plan.all('goal').flatMap((goal) => goal.aims.map((aim) => aim.number.name)))
  const free = metrics.filter((metric) => !used.has(metric.name))
  const metric = free.find((candidate) => candidate.kpi) ?? free[0] ?? metrics[0]
  return metric && `measurable ${metric.name}${verbOf(metric)}`
}

function verbOf(metric: Metric): string {
  if (!metric.better) return ''
  return metric.better.direction === 'higher' ? ' increase' : ' decrease'
}

/** What a goal may be limited to: the plan's first channel, else campaign, else segment. */
export function suggestedScope(plan: Plan): string | undefined {
  return [...plan.all('channel'), ...plan.all('campaign'), ...plan.all('segment')].find((element) => element.name !== '')?.name
}

/** Whom a goal may serve: the first stakeholder that is not merely watched, else the first one. */
export function suggestedStakeholder(plan: Plan): string | undefined {
  const stakeholders = plan.all('stakeholder').filter((stakeholder) => stakeholder.name !== '')
  return (stakeholders.find((stakeholder) => !stakeholder.monitor) ?? stakeholders[0])?.name
}
