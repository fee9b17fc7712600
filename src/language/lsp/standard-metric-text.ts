import { standardMeasure, standardMetric } from '../../plan/dictionary/dictionary.js'
import type { StandardMetric } from '../../plan/dictionary/standard-metric.js'
import type { Plan } from '../../plan/model/plan.js'

/** The declarations of a standard metric and of what it rests on, as far as the plan lacks them; the metric itself first. */
export function standardMetricLines(metric: StandardMetric, plan: Plan): readonly string[] {
  const lines = new Map<string, string>()
  add(metric, plan, lines)
  return [...lines.values()]
}

function add(metric: StandardMetric, plan: Plan, lines: Map<string, string>): void {
  if (lines.has(metric.key) || plan.byName(metric.key)) return
  const currency = plan.strategy?.currency?.currency ?? 'EUR'
  const unit = (text: string) => text.replaceAll('CUR', currency)
  if (metric.isMeasure) {
    const aggregation = standardMeasure(metric.key)?.aggregation ?? 'sum'
    lines.set(metric.key, `measure ${metric.key} "${metric.title.en}" in ${unit(metric.unit)} per ${metric.grain} ${aggregation}`)
    return
  }
  const better = metric.direction === 'none' ? '' : ` ${metric.direction} is better`
  const otherwise = metric.formula.includes('/') ? ' else none' : ''
  lines.set(
    metric.key,
    `metric ${metric.key} "${metric.title.en}" in ${unit(metric.unit)} per ${metric.grain}${better} = ${metric.formula}${otherwise}`,
  )
  for (const measure of metric.measures) {
    if (lines.has(measure.name) || plan.byName(measure.name)) continue
    const { name, title, grain, aggregation } = measure
    lines.set(name, `measure ${name} "${title.en}" in ${unit(measure.unit)} per ${grain} ${aggregation}`)
  }
  for (const key of metric.metrics) {
    const other = standardMetric(key)
    if (other) add(other, plan, lines)
  }
}
