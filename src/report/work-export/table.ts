import { stringify } from 'csv-stringify/sync'
import { plainText } from '../plain-text.js'

/**
 * Rows as CSV (RFC 4180), the first with the names of the columns. A cell that a spreadsheet would take for a formula gets `'` in front;
 * lines within a cell stay, other control characters are written out.
 */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.split('\n').map(plainText).join('\n')))
  return stringify([[...columns], ...cells], { escape_formulas: true, record_delimiter: 'windows' })
}
