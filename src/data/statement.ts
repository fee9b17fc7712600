import type { Filter, Measure } from '../plan/elements/elements.js'
import { addDays } from '../plan/quantity/days.js'
import type { Window } from '../plan/quantity/quantity.js'
import { composed } from '../plan/text/look-alike.js'
import type { Dialect, Shape } from './dialect.js'

/** What the rows come from: an expression behind FROM, and how its columns are held. */
export interface Table {
  readonly from: string
  /** By name in composed form. */
  readonly columns: ReadonlyMap<string, Column>
}

export interface Column {
  readonly name: string
  readonly shape: Shape
}

/** Measures of one source, asked for in periods that do not overlap. */
export interface Question {
  readonly dated: string
  /** A row may be dated by a month alone, as `2027-01`. */
  readonly takesMonths: boolean
  readonly decimal: '.' | ','
  readonly periods: readonly Window[]
  readonly measures: readonly Measure[]
}

/**
 * One statement for all measures of a question. Within, each column is read once as a day `d`, a text `t0` or an amount `v0`, so no name of
 * a column stands outside of quotes or meets an alias. Rows: `p` the index of a period, `n` its rows, for each measure its value `m0` and
 * the rows `n0` that it saw. `last` is asked for by `lastDays` first.
 */
export function statementOf(table: Table, question: Question, dialect: Dialect, lastDays = false): string {
  const inner = new InnerColumns(table, question, dialect)
  const values = question.measures.map((measure, index) => {
    const seen = inner.seenBy(measure)
    return `${aggregate(measure, seen, lastDays, dialect)} AS ${dialect.name(`m${index}`)}, COUNT(${seen.counted}) AS ${dialect.name(`n${index}`)}`
  })
  const day = dialect.name('d')
  const branches = question.periods.map((period, index) => `WHEN ${within(day, period, dialect)} THEN ${index}`)
  const wanted = question.periods.map((period) => `(${within(day, period, dialect)})`)
  return [
    `SELECT CASE ${branches.join(' ')} END AS ${dialect.name('p')}, COUNT(*) AS ${dialect.name('n')}, ${values.join(', ')}`,
    `FROM (SELECT ${inner.selected()} FROM ${table.from}) AS ${dialect.name('r')}`,
    `WHERE ${wanted.join(' OR ')} GROUP BY 1`,
  ].join('\n')
}

/** The columns that a question reads, each with what it is read as; for finding the value that is none. */
export function readColumns(
  table: Table,
  question: Question,
  dialect: Dialect,
): readonly { readonly column: string; readonly read: string; readonly tried: string }[] {
  const inner = new InnerColumns(table, question, dialect)
  for (const measure of question.measures) inner.seenBy(measure)
  return inner.converted()
}

interface Seen {
  /** The value where the row fits, else NULL. */
  readonly value: string
  /** What is not NULL for a row that counts. */
  readonly counted: string
}

function aggregate({ aggregation }: Measure, { value, counted }: Seen, lastDays: boolean, dialect: Dialect): string {
  switch (aggregation?.aggregation) {
    case 'count':
      return `COUNT(${counted})`
    case 'distinct':
      return `COUNT(DISTINCT ${value})`
    case 'last':
      return lastDays ? `MAX(CASE WHEN ${value} IS NOT NULL THEN ${dialect.name('d')} END)` : `SUM(${value})`
    case 'median':
      return dialect.twiceTheMedian(value)
    case 'max':
      return `MAX(${value})`
    case 'min':
      return `MIN(${value})`
    default: // an average and a median are divided by the plan's exact arithmetic
      return `SUM(${value})`
  }
}

function within(day: string, { start, end }: Window, dialect: Dialect): string {
  return `${day} >= ${dialect.date(start)} AND ${day} < ${dialect.date(addDays(end, 1))}`
}

/** The columns of the inner SELECT, each once for each way in which it is read. */
class InnerColumns {
  private readonly read = new Map<
    string,
    { readonly alias: string; readonly sql: string; readonly tried: string; readonly column: string }
  >()

  constructor(
    private readonly table: Table,
    private readonly question: Question,
    private readonly dialect: Dialect,
  ) {
    const { dated, takesMonths } = question
    this.add('d', dated, (column, tries) => dialect.day(column, takesMonths, tries), 'd')
  }

  seenBy(measure: Measure): Seen {
    const { from, where, aggregation } = measure
    const conditions = where.map((filter) => this.condition(filter))
    const fits = (sql: string) => (conditions.length === 0 ? sql : `CASE WHEN ${conditions.join(' AND ')} THEN ${sql} END`)
    if (!from?.column || aggregation?.aggregation === 'count') {
      const counted = from?.column ? fits(`CASE WHEN ${this.text(from.column.word)} IS NOT NULL THEN 1 END`) : fits('1')
      return { value: counted, counted }
    }
    const value = fits(aggregation?.aggregation === 'distinct' ? this.text(from.column.word) : this.amount(from.column.word))
    return { value, counted: value }
  }

  selected(): string {
    return [...this.read.values()].map(({ alias, sql }) => `${sql} AS ${this.dialect.name(alias)}`).join(', ')
  }

  converted() {
    return [...this.read].flatMap(([key, { column, tried }]) =>
      key.startsWith('t ') ? [] : [{ column, tried, read: this.dialect.text(this.columnOf(column)) }],
    )
  }

  private condition(filter: Filter): string {
    const { word } = filter.column
    const compare = (operator: string, value: { readonly text: string; readonly measurement: { readonly amount: string } | undefined }) =>
      value.measurement
        ? `${this.amount(word)} ${operator} ${this.dialect.amount(value.measurement.amount)}`
        : `${this.text(word)} ${operator} ${this.dialect.literal(value.text)}`
    switch (filter.operator) {
      case 'empty':
        return `${this.text(word)} IS NULL`
      case 'not empty':
        return `${this.text(word)} IS NOT NULL`
      case 'in':
        return `(${filter.values.map((value) => compare('=', value)).join(' OR ')})`
      case '!=':
        return `(${compare('<>', filter.value)} OR ${this.text(word)} IS NULL)`
      default:
        return compare(filter.operator, filter.value)
    }
  }

  private text(column: string): string {
    return this.add('t', column, (one) => this.dialect.text(one))
  }

  private amount(column: string): string {
    return this.add('v', column, (one, tries) => this.dialect.number(one, this.question.decimal, tries))
  }

  private add(
    kind: 'd' | 't' | 'v',
    column: string,
    read: (column: Column, tries: boolean) => string,
    alias = `${kind}${this.read.size}`,
  ): string {
    const key = `${kind} ${composed(column)}`
    const known = this.read.get(key)
    if (known) return this.dialect.name(known.alias)
    const held = this.columnOf(column)
    this.read.set(key, { alias, column, sql: read(held, false), tried: read(held, true) })
    return this.dialect.name(alias)
  }

  private columnOf(column: string): Column {
    return this.table.columns.get(composed(column)) ?? { name: column, shape: 'text' }
  }
}
