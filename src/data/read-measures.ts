import { t } from '@vscode/l10n'
import type { Measure, Source } from '../plan/elements/elements.js'
import { divide } from '../plan/quantity/exact.js'
import type { Exact, Window } from '../plan/quantity/quantity.js'
import { suggestions } from '../plan/text/distance.js'
import { composed } from '../plan/text/look-alike.js'
import { DataProblem } from './data-problem.js'
import { duckdbDialect } from './dialect.js'
import type { Engine, Row } from './duckdb.js'
import type { DataFile } from './source-files.js'
import { type Question, readColumns, statementOf, type Table } from './statement.js'

/** What a measure came to in a period: in the unit of its column, and the number of rows that it saw. */
export interface MeasuredRow {
  readonly measure: Measure
  readonly period: Window
  readonly value: Exact
  readonly rows: number
}

/** Measures of one source with the files that they are read from. */
export interface SourceQuestion {
  readonly source: Source
  readonly files: readonly DataFile[]
  readonly question: Question
}

/** The statements that a question takes; the days of `last` are known only when the first has run. */
export async function statementsOf(engine: Engine, { files, question, source }: SourceQuestion): Promise<readonly string[]> {
  const table = await tableOf(engine, source, files, question)
  const [last, others] = byAggregation(question)
  return [
    ...(others.measures.length > 0 ? [statementOf(table, others, duckdbDialect)] : []),
    ...last.map((one) => statementOf(table, one, duckdbDialect, true)),
  ]
}

/** Asks for all measures of a question. Periods without rows give nothing. Throws a DataProblem where a value is none. */
export async function readMeasures(engine: Engine, asked: SourceQuestion): Promise<readonly MeasuredRow[]> {
  const { files, question, source } = asked
  const table = await tableOf(engine, source, files, question)
  const run = (one: Question, lastDays = false) =>
    rowsOf(engine, statementOf(table, one, duckdbDialect, lastDays), { ...asked, question: one }, table)
  const [last, others] = byAggregation(question)
  const found = others.measures.length > 0 ? measured(await run(others), others) : []
  for (const one of last) {
    const days = (await run(one, true)).flatMap((row) => {
      const day = row.m0 === null ? undefined : String(row.m0)
      const period = one.periods[Number(row.p)]
      return day && period ? [{ period, day: { start: day, end: day } }] : []
    })
    if (days.length === 0) continue
    const onDays = measured(
      await run({ ...one, periods: days.map(({ day }) => day) }),
      one,
      days.map(({ period }) => period),
    )
    found.push(...onDays)
  }
  return found
}

/** The measures of `last`, each by itself, and all others. */
function byAggregation(question: Question): readonly [readonly Question[], Question] {
  const isLast = ({ aggregation }: Measure) => aggregation?.aggregation === 'last'
  const last = question.measures.filter(isLast).map((measure) => ({ ...question, measures: [measure] }))
  return [last, { ...question, measures: question.measures.filter((measure) => !isLast(measure)) }]
}

function measured(rows: readonly Row[], { measures, periods }: Question, meant = periods): MeasuredRow[] {
  return rows.flatMap((row) => {
    const period = meant[Number(row.p)]
    if (!period) return []
    return measures.flatMap((measure, index) => {
      const [value, count] = [row[`m${index}`], Number(row[`n${index}`])]
      const isCount = measure.aggregation?.aggregation === 'count' || measure.aggregation?.aggregation === 'distinct'
      if (value === null || value === undefined || (count === 0 && !isCount)) return []
      const exact = String(value)
      const exactly = divide(exact, divisorOf(measure, count))
      return exactly === undefined ? [] : [{ measure, period, value: exactly, rows: count }]
    })
  })
}

/** What the sum that a statement gives is divided by. */
function divisorOf({ aggregation }: Measure, count: number): Exact {
  if (aggregation?.aggregation === 'average') return String(count)
  return aggregation?.aggregation === 'median' ? '2' : '1'
}

async function tableOf(engine: Engine, source: Source, files: readonly DataFile[], question: Question): Promise<Table> {
  const label = files.map((file) => file.label).join(', ')
  const table = await engine.table(files).catch((error: unknown) => {
    throw new DataProblem(t('`{file}` cannot be read: {reason}', { file: label, reason: firstLine(error) }))
  })
  const names = [
    question.dated,
    ...question.measures.flatMap(({ from, where }) => [
      ...(from?.column ? [from.column.word] : []),
      ...where.map(({ column }) => column.word),
    ]),
  ]
  const missing = names.find((name) => !table.columns.has(composed(name)))
  if (missing !== undefined) {
    const [near] = suggestions(
      missing,
      [...table.columns.values()].map(({ name }) => name),
    )
    const advice = near === undefined ? t('Correct the name, or add the column.') : t('Did you mean `{near}`?', { near })
    throw new DataProblem(
      `${t('`{file}` of the source `{source}` has no column `{column}`.', { file: label, source: source.name, column: missing })} ${advice}`,
    )
  }
  return table
}

async function rowsOf(engine: Engine, sql: string, { files, question }: SourceQuestion, table: Table): Promise<readonly Row[]> {
  try {
    return await engine.rows(sql)
  } catch (error) {
    throw (
      (await badValue(engine, files, question, table)) ??
      new DataProblem(
        t('`{file}` cannot be read: {reason}', { file: files.map(({ label }) => label).join(', '), reason: firstLine(error) }),
      )
    )
  }
}

/** The first value that is not what its column is read as, with its file and row. */
async function badValue(engine: Engine, files: readonly DataFile[], question: Question, whole: Table): Promise<DataProblem | undefined> {
  for (const { column, read, tried } of readColumns(whole, question, duckdbDialect)) {
    for (const file of files) {
      const { from } = await engine.table([file])
      const sql = `SELECT "i", "w" FROM (SELECT ROW_NUMBER() OVER () AS "i", ${read} AS "w", ${tried} AS "v" FROM ${from}) AS "r" WHERE "w" IS NOT NULL AND "v" IS NULL LIMIT 1`
      const [row] = await engine.rows(sql).catch(() => [])
      if (!row) continue
      const line = Number(row.i) + (file.head === undefined ? 0 : 1 + file.head.skip)
      const facts = { file: file.label, line, column, written: String(row.w) }
      if (column === question.dated)
        return new DataProblem(
          question.takesMonths
            ? t('{file}:{line}: `{written}` in the column `{column}` is no day or month. Write it as 2027-03-31 or 2027-03.', facts)
            : t('{file}:{line}: `{written}` in the column `{column}` is no day. Write it as 2027-03-31.', facts),
        )
      const advice =
        /^[-+]?[\d.]*,\d+$/.test(facts.written) && question.decimal === '.'
          ? t('If its decimals stand behind a comma, add `decimal ","` to the source.')
          : t('Correct it, or leave it empty.')
      return new DataProblem(`${t('{file}:{line}: `{written}` in the column `{column}` is no number.', facts)} ${advice}`)
    }
  }
  return undefined
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 2).join(' ').trim()
}
