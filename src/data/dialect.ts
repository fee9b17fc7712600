import { formatExact } from '../plan/quantity/exact.js'
import type { Exact, PlainDate } from '../plan/quantity/quantity.js'

/** How a column holds its values. */
export type Shape = 'text' | 'number' | 'day' | 'other'

interface Held {
  readonly name: string
  readonly shape: Shape
}

/** The facts in which engines differ. What is handed over as a name or a value comes back quoted. */
export interface Dialect {
  readonly name: (name: string) => string
  readonly literal: (text: string) => string
  readonly amount: (amount: Exact) => string
  readonly date: (date: PlainDate) => string
  /** An empty text is no value. */
  readonly text: (column: Held) => string
  /** With `tries`, what is no day is NULL rather than an error. */
  readonly day: (column: Held, takesMonths: boolean, tries: boolean) => string
  readonly number: (column: Held, decimal: '.' | ',', tries: boolean) => string
  /** The sum of the two values in the middle, which may be one: engines halve it in binary floats. */
  readonly twiceTheMedian: (value: string) => string
}

const name = (written: string) => `"${written.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const cast = (tries: boolean) => (tries ? 'TRY_CAST' : 'CAST')
const text = ({ name: column, shape }: Held) => `NULLIF(TRIM(${shape === 'text' ? name(column) : `CAST(${name(column)} AS VARCHAR)`}), '')`

/** Money and counts alike: 29 digits in front of the point and 9 behind it. */
const decimalType = 'DECIMAL(38, 9)'

export const duckdbDialect: Dialect = {
  name,
  literal,
  amount: (amount) => `CAST(${literal(formatExact(amount, 9).replace(/\s/g, ''))} AS ${decimalType})`,
  date: (date) => `DATE ${literal(date)}`,
  text,
  day: (column, takesMonths, tries) => {
    if (column.shape === 'day') return `CAST(${name(column.name)} AS DATE)`
    const written = text(column)
    const first = `SUBSTR(${written}, 1, 10)`
    const whole = takesMonths ? `CASE WHEN LENGTH(${written}) = 7 THEN ${written} || '-01' ELSE ${first} END` : first
    return `${cast(tries)}(${whole} AS DATE)`
  },
  number: (column, decimal, tries) => {
    if (column.shape === 'number') return `CAST(${name(column.name)} AS ${decimalType})`
    const written = text(column)
    if (decimal === '.') return `${cast(tries)}(${written} AS ${decimalType})`
    // 1.234,5 has points between thousands; any other point is no sign of a number here, and is found by the cast.
    const groups = literal('[-+]?[0-9]{1,3}([.][0-9]{3})+(,[0-9]*)?')
    const whole = `CASE WHEN REGEXP_FULL_MATCH(${written}, ${groups}) THEN REPLACE(${written}, '.', '') ELSE REPLACE(${written}, '.', '?') END`
    return `${cast(tries)}(REPLACE(${whole}, ',', '.') AS ${decimalType})`
  },
  twiceTheMedian: (value) => `(QUANTILE_DISC(${value}, 0.5) - QUANTILE_DISC(-(${value}), 0.5))`,
}
