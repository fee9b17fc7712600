import { stringify } from 'csv-stringify/sync'
import { plainText } from '../plain-text.js'

/**
 * Rows as CSV (RFC 4180) for a spreadsheet, the first with the names of the columns. A byte order mark tells Excel that it is UTF-8. A text
 * that would be taken for a formula gets `'` in front; a number cannot hold one and stays bare.
 */
export function spreadsheetCsv(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${csv([columns, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : withoutFormulas(written(cell)))))])}`
}

/** Rows as CSV (RFC 4180) for a program that imports them and takes every cell as it is, so that nothing is put in front of a text. */
export function importerCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return csv([columns, ...rows.map((row) => row.map(written))])
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  // Without `quoted_match` a cell with a line feed would stay bare, since the rows end with another sign.
  return stringify([...rows], { record_delimiter: 'windows', quoted_match: /\n/ })
}

/** A cell as it is written: its lines stay, other control characters are written out. */
function written(cell: string): string {
  return cell.split('\n').map(plainText).join('\n')
}

/** A text of several lines, or of none, as the title of something in another tool: one line that is not blank. */
export function titleLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ') || '…'
}

/**
 * The signs that begin a formula, those of full width too, at the beginning of a line and behind a semicolon: a reader that takes lines for
 * rows, or semicolons for the borders of cells, begins a cell there. Blanks, invisible signs and quotes may stand before.
 */
const formula = /(^|;)([\s\p{Cf}"]*)(?=[=+\-@|%＝＋－＠])/gmu

function withoutFormulas(text: string): string {
  return text.replace(formula, "$1$2'")
}
