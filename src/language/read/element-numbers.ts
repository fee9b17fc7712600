import { t } from '@vscode/l10n'
import type { ActualRow, Actuals, Benchmark, ElementBase, Filter, Measure, Metric, MoneyRow, Source } from '../../plan/elements/elements.js'
import type { Span } from '../../plan/quantity/quantity.js'
import type { AmountClause, Clause, ElementNode, RowClause } from '../generated/ast.js'
import type { ClauseSet } from './clause-set.js'
import { readFilter } from './filters.js'
import { readFormula } from './formulas.js'
import { readSpan, readWrittenUnit } from './values.js'

export function readSource(base: ElementBase, set: ClauseSet): Source {
  const node = set.one('dated', 'WordsClause')
  const file = set.one('file', 'FileClause')
  const table = set.one('table', 'TableClause')
  const name = set.text('table')
  return {
    ...base,
    kind: 'source',
    from: readOrigin(set)?.origin,
    file: set.text('file'),
    sheet: set.reading.text(file?.sheet),
    table: table && name && { name, connection: set.reading.word(table.connection), place: set.place(table) },
    decimal: readDecimal(set),
    dated: node && set.reading.word(node.words[0]),
    every: set.cadence('every'),
    owners: set.refs('owner'),
  }
}

function readDecimal(set: ClauseSet): Source['decimal'] {
  const decimal = set.text('decimal')
  if (!decimal || decimal.text === ',' || decimal.text === '.') return decimal
  set.reading.fault(
    'plan/syntax',
    decimal.place,
    t('`{text}` stands in front of no decimals. It is `decimal ","` or `decimal "."`.', { text: decimal.text }),
  )
  return undefined
}

/** `from NAME[.column]`. */
export function readOrigin(set: ClauseSet): Measure['from'] {
  const node = set.one('from', 'FromClause')
  const origin = node && set.keep(node, set.reading.ref(node.ref, 'from', set.takes('from')))
  return node && origin && { origin, column: set.reading.word(node.column), place: set.place(node) }
}

export function readMeasure(base: ElementBase, set: ClauseSet): Measure {
  const part = set.one('part of', 'PartClause')
  const aggregation = set.one('aggregation', 'FlagClause')
  return {
    ...base,
    kind: 'measure',
    in: readIn(set),
    per: set.per(),
    aggregation: aggregation && {
      aggregation: aggregation.keyword as NonNullable<Measure['aggregation']>['aggregation'],
      place: set.place(aggregation),
    }, // keywordOf sorts out the others
    from: readOrigin(set),
    where: readFilters(set),
    partOf: part && set.keep(part, set.reading.ref(part.ref, 'part of', set.takes('part of'))),
    atLeast: set.rated('at least')?.value,
  }
}

function readIn(set: ClauseSet): Measure['in'] {
  const node = set.one('in', 'InClause')
  return node && set.keep(node, readWrittenUnit(set.reading, node.unit))
}

function readFilters(set: ClauseSet): Filter[] {
  return set.all('where', 'WhereClause').flatMap((node) => {
    const filter = readFilter(set, node, 'where')
    if (!filter) set.missing(node, undefined)
    return filter ?? []
  })
}

export function readMetric(base: ElementBase, set: ClauseSet): Metric {
  const { reading } = set
  const better = set.one('better', 'BetterClause')
  const bounds = set.one('bounds', 'BoundsClause')
  const low = set.value(bounds?.low, 'bounds')
  const high = set.value(bounds?.high, 'bounds')
  const stage = set.one('stage', 'StageClause')
  const formula = set.one('=', 'FormulaClause')
  const expression = formula && set.keep(formula, readFormula(reading, formula, set.takes('=')))
  return {
    ...base,
    kind: 'metric',
    in: readIn(set),
    per: set.per(),
    better: better && { direction: better.keyword, place: set.place(better) },
    bounds: bounds && low && high ? { low, high, place: set.place(bounds) } : undefined,
    observe: set.cadence('observe'),
    owners: set.refs('owner'),
    kpi: set.flag('kpi'),
    stage: reading.ref(stage?.ref, 'stage', set.takes('stage')),
    formula: formula &&
      expression && { expression, otherwise: formula.none ? 'none' : set.value(formula.otherwise, '='), place: set.place(formula) },
  }
}

export function readBenchmark(base: ElementBase, set: ClauseSet): Benchmark {
  const of = set.one('of', 'OfClause')
  return {
    ...base,
    kind: 'benchmark',
    of: of && set.keep(of, set.reading.ref(of.ref, 'of', set.takes('of'))),
    value: set.measurement('is'),
    window: set.window(),
  }
}

const numberKinds = { kinds: ['measure', 'metric'], words: 'measure or metric' } as const

export function readActuals(base: ElementBase, set: ClauseSet, node: ElementNode): Actuals {
  return { ...base, kind: 'actuals', of: set.reading.ref(node.of, 'actuals', numberKinds), rows: readRows(set) }
}

/** Rows `P VALUE`, also those whose period is a bare year. */
export function readRows(set: ClauseSet): (ActualRow & MoneyRow)[] {
  const rows = set.nodes.filter((node): node is RowClause | AmountClause => isRow(node))
  return rows.flatMap((node) => {
    const period = node.$type === 'RowClause' ? readSpan(set.reading, node.span) : yearOf(set, node)
    const value = set.value(node.$type === 'RowClause' ? node.value : node.second, 'row')
    if (!period || !value) set.missing(node, undefined)
    return period && value ? { period, value, place: set.place(node) } : []
  })
}

function isRow(node: Clause): boolean {
  return node.$type === 'RowClause' || (node.$type === 'AmountClause' && node.second !== undefined)
}

function yearOf(set: ClauseSet, node: AmountClause): Span | undefined {
  const text = node.first?.number ?? ''
  const place = set.place(node.first)
  if (/^[0-9]{4}$/.test(text) && node.first.unit === undefined)
    return { start: `${text}-01-01`, end: `${text}-12-31`, grain: 'year', text, place }
  set.reading.fault(
    'plan/syntax',
    place,
    t('A row begins with its period, and `{text}` is none. Write for example `2027-01 900`.', { text }),
  )
  return undefined
}
