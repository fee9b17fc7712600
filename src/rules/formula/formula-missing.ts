import { t } from '@vscode/l10n'
import { standardMetric } from '../../plan/dictionary/dictionary.js'
import { standardName } from '../../plan/dictionary/formula-shape.js'
import type { StandardMeasure, StandardMetric } from '../../plan/dictionary/standard-metric.js'
import type { Metric } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { quoted } from '../fixes/fixes.js'

export const formulaMissing = rule({
  code: 'formula/formula-missing',
  levels: levels('I', 'W', 'E'),
  inLibraries: true,
  summary: 'A metric has a formula.',
  why: 'Without a formula two people compute two numbers and call them by one name, and nobody can check either.',
  fix: 'Write the formula behind `=`. What is counted or read somewhere and not computed is a `measure`.',
  bad: 'metric open_rate "Unique open rate" in % per month kpi',
  good: `measure unique_opens "Readers who opened" in readers per month sum from email_platform
metric open_rate "Unique open rate" in % per month kpi
  = unique_opens / delivered`,
  check(plan, report) {
    for (const metric of plan.all('metric')) {
      if (isGiven(metric, '=')) continue
      const standard = standardMetric(metric.name) ?? standardMetric(metric.title?.text ?? '')
      const proposal = standard && !standard.isMeasure ? proposed(plan, metric, standard) : undefined
      const message = proposal
        ? t('`{metric}` has no formula, so nobody can compute it. Add `= {formula}`.', { metric: metric.name, formula: proposal.formula })
        : t('`{metric}` has no formula, so nobody can compute it. Add `=` and what it is computed from, or make it a measure.', {
            metric: metric.name,
          })
      report(metric, message, { fixes: proposal ? [proposal.fix] : [] })
    }
  },
})

/** The dictionary's formula in the plan's own names, with the measures that the plan still lacks. */
function proposed(plan: Plan, metric: Metric, standard: StandardMetric): { formula: string; fix: Fix } | undefined {
  const own = new Map<string, string>()
  for (const kind of ['measure', 'metric'] as const) {
    for (const element of plan.all(kind))
      if (element !== metric && !own.has(standardName(element))) own.set(standardName(element), element.name)
  }
  if (standard.metrics.some((name) => !own.has(name))) return undefined
  const missing = standard.measures.filter((measure) => !own.has(measure.name))
  const texts = missing.map((measure) =>
    plan.isKnown({ name: measure.name, place: metric.place }) ? undefined : measureText(plan, metric, measure),
  )
  if (texts.includes(undefined)) return undefined
  const formula = standard.formula.replace(/(?<![\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu, (name) => own.get(name) ?? name)
  const changes: Fix['changes'] = [
    { type: 'insert-clause', into: metric.extent, text: `= ${formula}` },
    ...texts.flatMap((text) => (text === undefined ? [] : [{ type: 'insert-element' as const, after: metric.extent, text }])),
  ]
  return { formula, fix: { title: t('Add `= {formula}`', { formula }), changes, isSafe: false } }
}

function measureText(plan: Plan, metric: Metric, measure: StandardMeasure): string | undefined {
  const currency = plan.strategy?.currency?.currency
  if (measure.unit.includes('CUR') && !currency) return undefined
  const unit = measure.unit.replace('CUR', currency ?? '')
  const grain = metric.per?.grain ?? measure.grain
  return `measure ${measure.name} ${quoted(measure.title.en)} in ${unit} per ${grain} ${measure.aggregation}`
}
