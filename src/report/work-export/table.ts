import { stringify } from 'csv-stringify/sync'
import { plainText } from '../plain-text.js'

/**
 * Rows as CSV (RFC 4180), the first with the names of the columns. Lines within a cell stay, other control characters are written out. What
 * a spreadsheet would take for a formula gets `'` in front.
 */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => withoutFormulas(cell.split('\n').map(plainText).join('\n'))))
  // Without `quoted_match` a cell with a line feed would stay bare, since the rows end with another sign.
  return stringify([[...columns], ...cells], { record_delimiter: 'windows', quoted_match: /\n/ })
}

/**
 * The signs that begin a formula, those of full width too, at the beginning of a line and behind a semicolon: a reader that takes lines for
 * rows, or semicolons for the borders of cells, begins a cell there. Blanks, invisible signs and quotes may stand before.
 */
const formula = /(^|;)([\s\p{Cf}"]*)(?=[=+\-@|%＝＋－＠])/gmu

function withoutFormulas(text: string): string {
  return text.replace(formula, "$1$2'")
}
