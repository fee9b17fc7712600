import { t } from '@vscode/l10n'
import { composed } from '../plan/text/look-alike.js'
import { DataProblem } from './data-problem.js'
import { duckdbDialect as dialect, type Shape } from './dialect.js'
import type { DataFile } from './source-files.js'
import type { Column, Table } from './statement.js'

export type Row = Readonly<Record<string, string | number | null>>

/** A database that reads some files and nothing else. */
export interface Engine {
  /** The file as a table; a table of several has the columns of the first. */
  readonly table: (files: readonly DataFile[]) => Promise<Table>
  readonly rows: (sql: string) => Promise<readonly Row[]>
  readonly close: () => void
}

/** Bounds what one run takes, whatever the size of the files. */
const memoryLimit = '1GB'

/** Opens an engine that may read these files; after that nothing can be opened, loaded or set. */
export async function openFiles(files: readonly DataFile[]): Promise<Engine> {
  const { DuckDBInstance } = await driver()
  const database = await DuckDBInstance.create(':memory:', { memory_limit: memoryLimit })
  const connection = await database.connect()
  const allowed = files.map(({ path }) => dialect.literal(path)).join(', ')
  for (const setting of [
    `allowed_paths = [${allowed}]`,
    'autoinstall_known_extensions = false',
    'autoload_known_extensions = false',
    'allow_community_extensions = false',
    'enable_external_access = false',
    'lock_configuration = true',
  ])
    await connection.run(`SET ${setting}`)
  const rows = async (sql: string): Promise<readonly Row[]> => {
    const result = await connection.runAndReadAll(sql)
    return result.getRowObjectsJson() as readonly Row[]
  }
  return {
    rows,
    table: async (some) => {
      const from = fromFiles(some)
      const described = await rows(`DESCRIBE SELECT * FROM ${from}`)
      const columns = described.map((row): Column => ({ name: String(row.column_name), shape: shapeOf(String(row.column_type)) }))
      const [first] = some
      // Numbers of JSON would be read as binary floats; as text they stay what was written.
      if (first?.form === 'json')
        return tableOf(
          `read_json(${paths(some)}, format = 'newline_delimited', columns = ${asText(columns.map((one) => one.name))})`,
          columns,
        )
      return { from, columns: byName(columns) }
    },
    close: () => {
      connection.closeSync()
      database.closeSync()
    },
  }
}

function tableOf(from: string, columns: readonly Column[]): Table {
  return { from, columns: byName(columns.map(({ name }) => ({ name, shape: 'text' }))) }
}

function byName(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [composed(column.name), column]))
}

/** Loaded from where mops is installed, and only when data are read. */
async function driver(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code))
    if (!isMissing) throw error
    throw new DataProblem(
      t(
        'Files are read by DuckDB, which is not installed beside mops. Add it with `npm install --save-dev @duckdb/node-api` where mops is installed.',
      ),
    )
  }
}

function fromFiles(files: readonly DataFile[]): string {
  const [first] = files
  switch (first?.form) {
    case 'parquet':
      return `read_parquet(${paths(files)}, union_by_name = true)`
    case 'json':
      return `read_json(${paths(files)}, format = 'newline_delimited', union_by_name = true)`
    default: {
      const { encoding = 'utf-8', delimiter = ',', skip = 0, columns = [] } = first?.head ?? {}
      const options = [
        'auto_detect = false',
        'header = true',
        `delim = ${dialect.literal(delimiter)}`,
        `quote = '"'`,
        `escape = '"'`,
        `skip = ${skip}`,
        `encoding = '${encoding}'`,
        `columns = ${asText(columns)}`,
      ]
      return `read_csv(${paths(files)}, ${options.join(', ')})`
    }
  }
}

function paths(files: readonly DataFile[]): string {
  return `[${files.map(({ path }) => dialect.literal(path)).join(', ')}]`
}

function asText(columns: readonly string[]): string {
  return `{${columns.map((column) => `${dialect.literal(column)}: 'VARCHAR'`).join(', ')}}`
}

function shapeOf(type: string): Shape {
  if (type === 'VARCHAR') return 'text'
  if (/^(DATE|TIMESTAMP)/.test(type)) return 'day'
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|FLOAT|DOUBLE)/.test(type) ? 'number' : 'other'
}
