import { t } from '@vscode/l10n'
import { standardMeasure } from '../../plan/dictionary/dictionary.js'
import type { Aggregation, Measure, Metric, NumberElement } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import type { Grain } from '../../plan/quantity/quantity.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { series } from '../wording/wording.js'
import { writtenUnit } from './formula.js'

export const declarationIncomplete = rule({
  code: 'formula/declaration-incomplete',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'A measure says its unit, its grain and how it adds up; a metric says its unit.',
  why: 'Only numbers whose unit, grain and aggregation are known can be compared, added and rolled up without mistakes.',
  fix: 'Add `in UNIT`, `per GRAIN` or one of `sum`, `count`, `distinct`, `last`, `average`, `median`, `max`, `min`.',
  bad: `measure forwards "Mails forwarded" in forwards per month from email_platform
metric forward_rate "Share of forwarded mails" in % per month kpi = forwards / delivered`,
  good: `measure forwards "Mails forwarded" in forwards per month sum from email_platform
metric forward_rate "Share of forwarded mails" in % per month kpi = forwards / delivered`,
  check(plan, report) {
    const usual = usualGrain(plan)
    for (const element of [...plan.all('measure'), ...plan.all('metric')]) {
      const missing = element.kind === 'measure' ? missingInMeasure(element) : isGiven(element, 'in') ? [] : (['unit'] as const)
      if (missing.length === 0) continue
      const wanted = missing.map((part) => sentences[part]())
      const clauses = missing.flatMap((part) => inferred(plan, element, part, usual) ?? [])
      const message = t('`{number}` does not say {parts}. Add {clauses}.', {
        number: element.name,
        parts: series(wanted.map(([part]) => part)),
        clauses: series(wanted.map(([, clause]) => clause)),
      })
      report(element, message, { fixes: clauses.length > 0 ? [insertClauses(element, clauses)] : [] })
    }
  },
})

type Part = 'unit' | 'grain' | 'aggregation'

const sentences: Readonly<Record<Part, () => readonly [string, string]>> = {
  unit: () => [t('in what it is counted'), t('`in` with a unit')],
  grain: () => [t('for how long one value is taken'), t('`per` with day, week, month, quarter or year')],
  aggregation: () => [t('how it adds up'), t('`sum`, `distinct`, `last` or another rule')],
}

function missingInMeasure(measure: Measure): Part[] {
  const missing: Part[] = []
  if (!isGiven(measure, 'in')) missing.push('unit')
  if (!isGiven(measure, 'per') && !measure.in?.unit.grain) missing.push('grain')
  if (!isGiven(measure, 'aggregation')) missing.push('aggregation')
  return missing
}

/** The clause that most likely belongs there. */
function inferred(plan: Plan, element: NumberElement, part: Part, usual: Grain | undefined): string | undefined {
  if (part === 'grain') return `per ${usual ?? 'month'}`
  if (element.kind === 'metric') return metricUnit(plan, element)
  const standard = standardMeasure(element.name)
  if (part === 'aggregation') return standard?.aggregation ?? likelyAggregation(element)
  const unit = standard?.unit.replace('CUR', plan.strategy?.currency?.currency ?? 'CUR')
  return unit === undefined || unit.includes('CUR') ? undefined : `in ${unit}`
}

function metricUnit(plan: Plan, metric: Metric): string | undefined {
  const unit = numbers(plan).get(metric.name)?.unit
  const text = unit && unit.nature !== 'plain' ? writtenUnit(unit) : undefined
  return text === undefined ? undefined : `in ${text}`
}

function likelyAggregation(measure: Measure): Aggregation {
  const unit = measure.in?.unit
  return !unit || isBareCount(unit) || unit.bases.some((base) => base.kind === 'money') ? 'sum' : 'average'
}

function usualGrain(plan: Plan): Grain | undefined {
  const counts = new Map<Grain, number>()
  for (const { per } of plan.all('measure')) if (per) counts.set(per.grain, (counts.get(per.grain) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
