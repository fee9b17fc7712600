import { t } from '@vscode/l10n'
import type { Range, StandardMetric } from '../plan/dictionary/standard-metric.js'

/** One line a metric: number, key, title, formula. */
export function metricsList(metrics: readonly StandardMetric[]): string {
  const keys = Math.max(...metrics.map((metric) => metric.key.length))
  const titles = Math.max(...metrics.map((metric) => metric.title.en.length))
  const rows = metrics.map(({ number, key, title, formula, isMeasure }) =>
    `${String(number).padStart(2)}  ${key.padEnd(keys)}  ${title.en.padEnd(titles)}  ${isMeasure ? t('a measure') : formula}`.trimEnd(),
  )
  return `${rows.join('\n')}\n\n${t('`mops metrics TERM` tells more about one.')}\n`
}

/** All about one metric, with the text to put into a plan. */
export function metricCard(metric: StandardMetric): string {
  const { number, key, title, isMeasure, measures, metrics, direction, bounds, usual, unreliable, synonyms, readings, note } = metric
  const lines = [
    `${number} ${title.en} (${key})`,
    t('German: {de}. Italian: {it}.', { de: title.de, it: title.it }),
    ...(synonyms.length > 0 ? [t('Also called: {names}.', { names: synonyms.join(', ') })] : []),
    direction === 'none'
      ? t('Neither higher nor lower is better by itself.')
      : direction === 'higher'
        ? t('Higher is better.')
        : t('Lower is better.'),
    ...(bounds ? [t('Possible: {range}.', { range: rangeText(bounds) })] : []),
    ...(usual ? [t('Usual: {range}.', { range: rangeText(usual) })] : []),
    ...(metric.isVanity ? [t('It can rise without any benefit: give the goal a guard, or measure what it should lead to.')] : []),
    ...(unreliable ? [t('Its values cannot be trusted: {reason}', { reason: unreliable })] : []),
    ...(note ? [note] : []),
    ...(metrics.length > 0 ? [t('Rests on: {metrics}.', { metrics: metrics.join(', ') })] : []),
    '',
    ...measures.map(
      ({ name, title: of, unit, grain, aggregation }) => `  measure ${name} "${of.en}" in ${unit} per ${grain} ${aggregation}`,
    ),
    ...(isMeasure ? [] : [`  metric ${key} "${title.en}" in ${metric.unit} per ${metric.grain} = ${metric.formula}`]),
  ]
  if (readings.length > 0) {
    lines.push('', t('The name means several things in the field:'))
    for (const { reading, formula, metric: called } of readings)
      lines.push(`  - ${reading}${formula ? `: ${formula}` : ''}${called && called !== key ? ` (${called})` : ''}`)
  }
  return `${lines.join('\n')}\n`
}

function rangeText({ low, high }: Range): string {
  if (low !== undefined && high !== undefined) return t('{low} to {high}', { low, high })
  return low !== undefined ? t('at least {low}', { low }) : t('at most {high}', { high: high ?? '' })
}

/** Metrics of the dictionary as data. */
export function metricsAsJson(metrics: readonly StandardMetric[]): string {
  return `${JSON.stringify({ version: 1, metrics }, undefined, 2)}\n`
}
