import { t } from '@vscode/l10n'
import { findStandardMetrics, standardMetrics } from '../../plan/dictionary/dictionary.js'
import { metricCard, metricsAsJson, metricsList } from '../../report/metric-list.js'
import { oneOf } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'

/** Up to this many hits are printed in full. */
const mostCards = 3

/** `mops metrics [TERM]`. */
export function metrics(term: string, options: { readonly format: string }): void {
  const format = oneOf('--format', options.format, ['text', 'json'])
  const found = term.trim() === '' ? standardMetrics : findStandardMetrics(term)
  if (found.length === 0) throw new UsageError(t('The dictionary has nothing for `{term}`. `mops metrics` lists all of it.', { term }))
  if (format === 'json') process.stdout.write(metricsAsJson(found))
  else process.stdout.write(found.length > mostCards ? metricsList(found) : found.map(metricCard).join('\n'))
}
