import { t } from '@vscode/l10n'
import type { Actuals, Benchmark, Measure, Metric, Source } from '../../plan/elements/elements.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import { filterText } from '../../plan/numbers/filter-text.js'
import { importTarget } from '../../plan/text/import-target.js'
import { aspect } from '../taxonomy.js'
import { ownerFact } from './common.js'
import { amountFact, cadenceFact, type Fact, fact, flagFact, nameFact, textFact, valueKey, valueText, wordFact } from './fact.js'

const origin = aspect('source/from', 'numbers', () => t('the tool'), { added: 'N', dropped: 'R', changed: 'R' })
const file = aspect('source/file', 'numbers', () => t('the file'), { added: 'N', dropped: 'R', changed: 'R' })
const sheet = aspect('source/sheet', 'numbers', () => t('the sheet'), { added: 'N', dropped: 'R', changed: 'R' })
const table = aspect('source/table', 'numbers', () => t('the table'), { added: 'N', dropped: 'R', changed: 'R' })
const connection = aspect('source/connection', 'numbers', () => t('the connection'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  within: table,
})
const decimal = aspect('source/decimal', 'numbers', () => t('the sign in front of decimals'), { added: 'N', dropped: 'R', changed: 'R' })
const dated = aspect('source/dated', 'numbers', () => t('the column of dates'), { added: 'N', dropped: 'R', changed: 'R' })
const rhythm = aspect('number/rhythm', 'numbers', () => t('the rhythm'), {
  added: 'S',
  dropped: 'W',
  up: 'S',
  down: 'W',
  changed: 'N',
  scale: 'rhythm',
})
const unit = aspect('number/unit', 'numbers', () => t('the unit'), { added: 'N', dropped: 'R', changed: 'R' })
const grain = aspect('number/grain', 'numbers', () => t('the grain'), { added: 'N', dropped: 'R', changed: 'R' })
const aggregation = aspect('measure/aggregation', 'numbers', () => t('how it adds up'), { added: 'N', dropped: 'R', changed: 'R' })
const from = aspect('measure/from', 'numbers', () => t('the source'), { added: 'N', dropped: 'R', changed: 'R' })
const where = aspect('measure/where', 'numbers', () => t('the filter'), { added: 'R', dropped: 'R', changed: 'R', isPaired: true })
const partOf = aspect('measure/part-of', 'numbers', () => t('the whole'), { added: 'N', dropped: 'R', changed: 'R' })
const atLeast = aspect('measure/at-least', 'numbers', () => t('the smallest value'), {
  added: 'N',
  dropped: 'N',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
})
const better = aspect('metric/better', 'numbers', () => t('which way is better'), { added: 'S', dropped: 'R', changed: 'R' })
const bounds = aspect('metric/bounds', 'numbers', () => t('the range'), { added: 'N', dropped: 'R', changed: 'R' })
const kpi = aspect('metric/kpi', 'numbers', () => t('the mark for a key indicator'), { added: 'N', dropped: 'R' })
const stage = aspect('metric/stage', 'numbers', () => t('the journey stage'), { added: 'N', dropped: 'N', changed: 'N' })
const formula = aspect('metric/formula', 'numbers', () => t('the formula'), { added: 'S', dropped: 'R', changed: 'R', brief: true })
const of = aspect('number/of', 'numbers', () => t('the number'), { added: 'N', dropped: 'R', changed: 'R' })
const value = aspect('benchmark/value', 'numbers', () => t('the value'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
})
const window = aspect('benchmark/window', 'numbers', () => t('the period'), { added: 'N', dropped: 'R', changed: 'N' })
const actual = aspect('actuals/value', 'numbers', () => t('the actual value'), { added: 'N', dropped: 'R', changed: 'R' })

export const numberAspects = [
  origin,
  file,
  sheet,
  table,
  connection,
  decimal,
  dated,
  rhythm,
  unit,
  grain,
  aggregation,
  from,
  where,
  partOf,
  atLeast,
  better,
  bounds,
  kpi,
  stage,
  formula,
  of,
  value,
  window,
  actual,
]

export function factsOfSource(source: Source): Fact[] {
  return [
    ...nameFact(origin, source.from),
    // From the root of the workspace: a plan that moves, and names the same file from where it now is, has not changed.
    ...(source.file ? [fact(file, importTarget(source.file.place.file, source.file.text) ?? source.file.text)] : []),
    ...textFact(sheet, source.sheet),
    ...textFact(table, source.table?.name),
    ...wordFact(connection, source.table?.connection),
    ...textFact(decimal, source.decimal),
    ...wordFact(dated, source.dated),
    ...cadenceFact(rhythm, source.every),
    ...ownerFact(source.owners),
  ]
}

export function factsOfMeasure(measure: Measure): Fact[] {
  const { from: read } = measure
  return [
    ...(measure.in ? [fact(unit, measure.in.unit.symbol)] : []),
    ...(measure.per ? [fact(grain, measure.per.grain)] : []),
    ...(measure.aggregation ? [fact(aggregation, measure.aggregation.aggregation)] : []),
    ...(read ? [fact(from, read.column ? `${read.origin.name}.${read.column.word}` : read.origin.name)] : []),
    ...measure.where.map((filter) => fact(where, filterText(filter), { item: filterText(filter) })),
    ...nameFact(partOf, measure.partOf),
    ...amountFact(atLeast, measure.atLeast),
  ]
}

export function factsOfMetric(metric: Metric): Fact[] {
  const { bounds: limits, formula: own } = metric
  const otherwise = own?.otherwise === 'none' ? 'none' : own?.otherwise && valueText(own.otherwise)
  return [
    ...(metric.in ? [fact(unit, metric.in.unit.symbol)] : []),
    ...(metric.per ? [fact(grain, metric.per.grain)] : []),
    ...(metric.better ? [fact(better, metric.better.direction)] : []),
    ...(limits ? [fact(bounds, `${valueText(limits.low)} .. ${valueText(limits.high)}`)] : []),
    ...cadenceFact(rhythm, metric.observe),
    ...ownerFact(metric.owners),
    ...flagFact(kpi, metric.kpi),
    ...nameFact(stage, metric.stage),
    ...(own ? [fact(formula, otherwise ? `${formulaText(own.expression)} else ${otherwise}` : formulaText(own.expression))] : []),
  ]
}

export function factsOfBenchmark(benchmark: Benchmark): Fact[] {
  const { window: period } = benchmark
  return [
    ...nameFact(of, benchmark.of),
    ...amountFact(value, benchmark.value),
    ...(period ? [fact(window, period.text, { key: `${period.start} ${period.end}` })] : []),
  ]
}

export function factsOfActuals(actuals: Actuals): Fact[] {
  return actuals.rows.map(({ period, value: measured }) =>
    fact(actual, valueText(measured), { item: period.text, key: valueKey(measured) }),
  )
}
