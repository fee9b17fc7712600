import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folder, mops } from '../cli/mops.js'

const root = path.resolve(import.meta.dirname, '../..')

const strategy = (rest: string) => `strategy s "S" {
  period 2027-01-01 .. 2028-12-31
  asof 2028-03-31
  owner ben
}
person ben "Ben" works 24h per week contact "ben@example.com"
${rest}
`

const aggregates = ['sum', 'count', 'distinct', 'average', 'median', 'max', 'min', 'last'] as const

const plan = strategy(`source rows "Rows" file "data/rows.csv" dated at every month owner ben
${['week', 'month', 'quarter']
  .flatMap((grain) =>
    aggregates.map((aggregate) => {
      const column = aggregate === 'count' ? '' : aggregate === 'distinct' ? '.who' : '.amount'
      return `measure ${aggregate}_${grain} "${aggregate} a ${grain}" in ${aggregate === 'count' || aggregate === 'distinct' ? 'rows' : 'EUR'} per ${grain} ${aggregate} from rows${column} where kind = "a"`
    }),
  )
  .join('\n')}
metric each "Each" in EUR per month = sum_month / count_month else none
metric before "Before" in rows per month = previous(count_month)`)

interface RawRow {
  readonly at: string
  readonly kind: string
  readonly who: string
  /** In cents. */
  readonly amount: bigint | undefined
}

const dayMs = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Leap days, the weeks across years, and any other. */
const days = fc.oneof(
  fc.constantFrom('2028-02-29', '2028-03-01', '2027-12-31', '2028-01-01', '2028-01-02', '2028-01-03', '2027-01-31'),
  fc.integer({ min: utc('2027-01-01') / dayMs, max: utc('2028-03-30') / dayMs }).map((day) => dayOf(day * dayMs)),
)

const rawRows = fc.array(
  fc.record({
    at: fc.tuple(days, fc.constantFrom('', ' 00:00:00', 'T23:59:59Z')).map((parts) => parts.join('')),
    kind: fc.constantFrom('a', 'a', 'b', ''),
    who: fc.constantFrom('0417', '417', ' x"y', "o'n", 'a,b', ''),
    amount: fc.option(fc.oneof(fc.bigInt(-1000n, 1000n), fc.constantFrom(100_000_000_000_000_099n, 102_991_017n)), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 60 },
)

const money = (cents: bigint) =>
  `${cents < 0n ? '-' : ''}${(cents < 0n ? -cents : cents) / 100n}.${String((cents < 0n ? -cents : cents) % 100n).padStart(2, '0')}`
const field = (text: string) => `"${text.replaceAll('"', '""')}"`
const csv = (rows: readonly RawRow[]) =>
  `at,kind,who,amount\n${rows.map((row) => [row.at, row.kind, field(row.who), row.amount === undefined ? '' : money(row.amount)].join(',')).join('\n')}\n`

/** As a fraction of cents, by plain counting. */
function expected(
  aggregate: (typeof aggregates)[number],
  rows: readonly RawRow[],
  inPeriod: (day: string) => boolean,
): readonly [bigint, bigint] | undefined {
  const inside = rows.filter(({ at }) => inPeriod(at.slice(0, 10)))
  const fits = inside.filter(({ kind }) => kind === 'a')
  if (aggregate === 'count') return inside.length === 0 ? undefined : [BigInt(fits.length), 1n]
  if (aggregate === 'distinct')
    return inside.length === 0 ? undefined : [BigInt(new Set(fits.map(({ who }) => who.trim()).filter((who) => who !== '')).size), 1n]
  const filled = fits.flatMap(({ at, amount }) => (amount === undefined ? [] : [{ day: at.slice(0, 10), amount }]))
  const sorted = filled.map(({ amount }) => amount).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const total = (some: readonly bigint[]) => some.reduce((sum, one) => sum + one, 0n)
  const [first] = sorted
  if (first === undefined) return undefined
  const middle = sorted.length / 2
  const lastDay = filled
    .map(({ day }) => day)
    .sort()
    .at(-1)
  switch (aggregate) {
    case 'sum':
      return [total(sorted), 100n]
    case 'average':
      return [total(sorted), 100n * BigInt(sorted.length)]
    case 'max':
      return [sorted.at(-1) ?? first, 100n]
    case 'min':
      return [first, 100n]
    case 'last':
      return [total(filled.filter(({ day }) => day === lastDay).map(({ amount }) => amount)), 100n]
    case 'median':
      return [(sorted[Math.ceil(middle) - 1] ?? first) + (sorted[Math.floor(middle)] ?? first), 200n]
  }
}

interface Value {
  readonly number: string
  readonly period: { readonly start: string; readonly end: string }
  readonly value: string | null
}

const asFraction = (text: string): readonly [bigint, bigint] => {
  const [numerator = '', denominator = '1'] = text.split('/')
  const [whole = '0', part = ''] = numerator.split('.')
  return [BigInt(whole + part), BigInt(denominator) * 10n ** BigInt(part.length)]
}
const same = (a: readonly [bigint, bigint], b: readonly [bigint, bigint]) => a[0] * b[1] === b[0] * a[1]

function valuesOf(cwd: string, ...more: string[]): readonly Value[] {
  const { status, stdout, stderr } = mops(['measure', 'plan.mops', '--format', 'json', ...more], { cwd })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout).plans[0].values
}

describe('the values of mops measure', () => {
  it('are those of plain counting over the rows', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(rawRows, (rows) => {
        const values = valuesOf(folder({ 'plan.mops': plan, 'data/rows.csv': csv(rows) }))
        const byKey = new Map(values.map((one) => [`${one.number} ${one.period.start}`, one]))
        let compared = 0
        for (const { number, period, value } of values) {
          const [aggregate] = aggregates.filter((one) => number.startsWith(`${one}_`))
          const inside = (day: string) => day >= period.start && day <= period.end
          const wanted = aggregate && expected(aggregate, rows, inside)
          if (aggregate) {
            expect([number, period, value === null]).toEqual([number, period, wanted === undefined])
            if (value !== null && wanted)
              expect([number, period, value, same(asFraction(value), wanted)]).toEqual([number, period, value, true])
            compared++
          }
          if (number === 'each') {
            const [sum, count] = [expected('sum', rows, inside), expected('count', rows, inside)]
            const quotient = sum && count && count[0] > 0n ? ([sum[0], sum[1] * count[0]] as const) : undefined
            expect([number, period, value !== null && quotient ? same(asFraction(value), quotient) : value]).toEqual([
              number,
              period,
              quotient ? true : null,
            ])
          }
          if (number === 'before') {
            const earlier = [...byKey.values()].find(
              (one) => one.number === 'count_month' && one.period.end === dayOf(utc(period.start) - dayMs),
            )
            if (earlier) expect([period, value]).toEqual([period, earlier.value])
          }
        }
        expect(compared).toBeGreaterThan(aggregates.length)
      }),
      { numRuns: 12 },
    )
  })

  it('are the same of every form in which the rows may lie', { timeout: 60_000 }, () => {
    const small = (file: string, decimal = '') =>
      strategy(`source rows "Rows" file "${file}" dated at ${decimal} every month owner ben
measure total "Total" in EUR per month sum from rows.amount
measure people "People" in people per month distinct from rows.who`)
    const lines = ['2027-01-04,0417,1029910.17', '2027-01-05,417,0.1', '2027-02-28,0417,-3.05']
    const semicolons = lines.map((line) => line.replaceAll('.', ',').replace(/^(.{10}),(\d+),/, '$1;$2;'))
    const withHead = (some: readonly string[], sign = ',') => `${['at', 'who', 'amount'].join(sign)}\n${some.join('\n')}\n`
    const json = lines.map((line) => {
      const [at, who, amount] = line.split(',')
      return `{"at": "${at}", "who": "${who}", "amount": ${amount}}`
    })
    const forms = {
      'rows.csv': [withHead(lines), ''],
      'marked.csv': [`\uFEFF${withHead(lines)}`, ''],
      'windows.csv': [withHead(lines).replaceAll('\n', '\r\n'), ''],
      'rows.tsv': [withHead(lines, '\t').replaceAll(/(?<=\d),/g, '\t'), ''],
      'decimals.csv': [withHead(semicolons, ';'), 'decimal ","'],
      'said.csv': [`sep=;\n${withHead(semicolons, ';')}`, 'decimal ","'],
      'wide.csv': [Buffer.from(`\uFEFF${withHead(lines)}`, 'utf16le'), ''],
      'rows.jsonl': [`${json.join('\n')}\n`, ''],
    } as const
    const found = Object.entries(forms).map(([name, [content, decimal]]) => {
      const cwd = folder({ 'plan.mops': small(name, decimal), [name]: content })
      return [
        name,
        valuesOf(cwd, '--since', '2027-01')
          .filter(({ value }) => value !== null)
          .map(({ number, value }) => `${number} ${value}`),
      ]
    })
    const same = ['total 1029910.27', 'total -3.05', 'people 2', 'people 1']
    expect(found).toEqual(Object.keys(forms).map((name) => [name, same]))
  })

  it('are exact in Parquet too, of several files', { timeout: 60_000 }, async () => {
    const cwd = folder({
      'plan.mops': strategy(`source rows "Rows" file "rows-*.parquet" dated at every month owner ben
measure total "Total" in EUR per month sum from rows.amount
measure people "People" in people per month distinct from rows.who where amount > 1`),
    })
    const database = await DuckDBInstance.create(':memory:')
    const connection = await database.connect()
    const write = (file: string, rows: string) =>
      connection.run(
        `COPY (SELECT who, CAST("at" AS TIMESTAMP) AS "at", CAST(amount AS DECIMAL(18, 2)) AS amount FROM (VALUES ${rows}) AS r(who, "at", amount)) TO '${path.join(cwd, file)}' (FORMAT parquet)`,
      )
    await write('rows-1.parquet', "('0417', '2027-01-31 23:59:59', 1029910.17), ('417', '2027-01-01', 0.10)")
    await write('rows-2.parquet', "('417', '2027-01-05', 2.00), (NULL, '2027-02-01', NULL)")
    connection.closeSync()
    database.closeSync()
    const found = valuesOf(cwd, '--since', '2027-01', '--today', '2027-03-01').map(({ number, value }) => `${number} ${value}`)
    expect(found).toEqual(['total 1029912.27', 'total null', 'people 2', 'people 0'])
  })

  it('take names and values as they are, whatever signs they have', { timeout: 120_000 }, () => {
    const nasty = fc
      .stringMatching(/^[a-z'"; ()*\-%_{}[\]]{1,20}$/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        const written = one.replaceAll('"', "'")
        const cwd = folder({
          'plan.mops': strategy(`source rows "Rows" file "rows.csv" dated at every month owner ben
measure found "Found" in rows per month count from rows where kind = "${written}"`),
          'rows.csv': `at,kind\n${[written, other, written].map((kind) => `2027-01-04,${field(kind)}`).join('\n')}\n`,
        })
        const [value] = valuesOf(cwd, '--period', '2027-01')
        expect(value?.value).toBe(other === written ? '3' : '2')
      }),
      { numRuns: 10 },
    )
  })
})

describe('mops measure', () => {
  const ratio = (rest = '', file = 'rows.csv') =>
    strategy(`source rows "Rows" file "${file}" dated at every month owner ben
measure all "All" in people per month count from rows
measure left "Left" in people per month count part of all from rows where kind = "left"
metric churn "Churn" in % per month lower is better = left / all else none
goal g "G" { measurable churn from 50.0% in 2028-01 to 40.0% in 2028-12 owner ben }
${rest}`)
  const rows = 'at,kind\n2028-01-04,left\n2028-01-04,\n2028-01-31 23:59,\n2028-02-29,left\n2028-02-29,\n'

  it('writes what the plan lacks, with the digits of the target and the counts, and finds it as written', () => {
    const text = ratio()
    const cwd = folder({ 'plan.mops': text, 'rows.csv': rows })
    expect(mops(['measure', '--write'], { cwd }).status).toBe(0)
    const written = readFileSync(path.join(cwd, 'plan.mops'), 'utf8')
    const added = '\n\nactuals churn {\n  2028-01 33.3% (1 of 3)\n  2028-02 50.0% (1 of 2)\n}'
    expect(written).toBe(text.replace('else none', `else none${added}`))
    expect(mops(['measure', '--check'], { cwd }).status).toBe(0)
    mops(['measure', '--write'], { cwd })
    expect(readFileSync(path.join(cwd, 'plan.mops'), 'utf8')).toBe(written)
  })

  it('adds rows to the actuals that there are, and leaves the rest of the text alone', () => {
    const text = ratio('actuals churn { // by hand\n  2028-01 33.3% // so be it\n}\n')
    const cwd = folder({ 'plan.mops': text, 'rows.csv': rows })
    mops(['measure', '--write'], { cwd })
    expect(readFileSync(path.join(cwd, 'plan.mops'), 'utf8')).toBe(text.replace('// so be it\n', '// so be it\n  2028-02 50.0% (1 of 2)\n'))
  })

  it.each([
    ['33.3%', 0],
    ['33.4%', 0],
    ['33.2%', 1],
    ['33.3% (1 of 3)', 0],
    ['33.3% (10 of 30)', 1],
  ])('compares %s with the data to the last digit', (value, status) => {
    const cwd = folder({ 'plan.mops': ratio(`actuals churn { 2028-01 ${value} }`), 'rows.csv': rows })
    expect(mops(['measure', '--check'], { cwd })).toMatchObject({ status, stderr: '' })
  })

  it.each([
    [
      'no file',
      undefined,
      '`rows.csv` of the source `rows` is not in the workspace. Bring the file there, or correct the path behind `file`.',
    ],
    ['no column', 'at,kinds\n2028-01-04,a\n', '`rows.csv` of the source `rows` has no column `kind`. Did you mean `kinds`?'],
    [
      'a day that is none',
      'at,kind\n2028-01-04,a\n2028-02-30,a\n',
      'rows.csv:3: `2028-02-30` in the column `at` is no day or month. Write it as 2027-03-31 or 2027-03.',
    ],
    [
      'another date',
      'at,kind\n31.01.2028,a\n',
      'rows.csv:2: `31.01.2028` in the column `at` is no day or month. Write it as 2027-03-31 or 2027-03.',
    ],
    ['two columns of a name', 'at,kind,kind\n2028-01-04,a,b\n', '`rows.csv` has two columns `kind`. Give each its own name.'],
    ['bytes', Buffer.from([0x61, 0, 0x62, 0]), '`rows.csv` is neither UTF-8 nor UTF-16 with a byte order mark. Save it as UTF-8.'],
  ])('says of %s what, where and what to do', (_, content, message) => {
    const cwd = folder({ 'plan.mops': ratio(), ...(content === undefined ? {} : { 'rows.csv': content }) })
    expect(mops(['measure', '--write'], { cwd })).toMatchObject({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
    expect(readFileSync(path.join(cwd, 'plan.mops'), 'utf8')).toBe(ratio())
  })

  it('names the line of a number that is none, and the clause for decimal commas', () => {
    const text = strategy(
      'source rows "Rows" file "rows.csv" dated at every month owner ben\nmeasure total "Total" in EUR per month sum from rows.amount',
    )
    const cwd = folder({ 'plan.mops': text, 'rows.csv': 'at;amount\n2028-01-04;1\n2028-01-05;1,5\n' })
    expect(mops(['measure'], { cwd }).stderr).toBe(
      'mops: rows.csv:3: `1,5` in the column `amount` is no number. If its decimals stand behind a comma, add `decimal ","` to the source.\n',
    )
  })

  it('reads no file outside of the workspace', () => {
    const outside = folder({ 'rows.csv': rows })
    const cwd = folder({ 'plan.mops': ratio('', `../${path.basename(outside)}/rows.csv`) })
    expect(mops(['measure'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining('is not in the workspace') })
  })

  it('leaves distinct counts alone that somebody has counted before', () => {
    const text = strategy(
      'source rows "Rows" file "rows.csv" dated at every month owner ben\nmeasure people "People" in people per month distinct from rows.who',
    )
    const cwd = folder({ 'plan.mops': text, 'rows.csv': 'at,who\n2028-01,50500\n2028-02,50600\n' })
    expect(mops(['measure'], { cwd }).stdout).toContain(
      'people: left out, since `people` is a distinct count, and its data have one row a period',
    )
  })
})

describe('the example', () => {
  it('says what its data say', () => {
    expect(mops(['measure', 'examples/newsletter', '--check'], { cwd: root })).toMatchObject({ status: 0, stderr: '' })
  })
})

it('no engine is part of what is built', () => {
  for (const file of ['out/cli/main.cjs', 'out/extension/main.cjs', 'out/extension/server.cjs']) {
    const text = readFileSync(path.join(root, file), 'utf8')
    expect([file, text.includes('duckdb_open')]).toEqual([file, false])
    expect([file, /node_bindings|DuckDBInstance extends|class DuckDB/.test(text)]).toEqual([file, false])
  }
})
