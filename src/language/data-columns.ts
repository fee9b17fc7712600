import { parse } from 'csv-parse/browser/esm/sync'

/** The column names of a delimited text file, from its first line; undefined where there is no such line or the file is of another kind. */
export function columnsOf(path: string, text: string): readonly string[] | undefined {
  if (!/\.(?:csv|tsv|txt)$/i.test(path)) return undefined
  const [line = ''] = text.split(/\r\n|\r|\n/, 1)
  try {
    const rows: unknown = parse(line, { delimiter: delimiterOf(line), bom: true, relax_quotes: true, trim: true, to: 1 })
    const [first] = Array.isArray(rows) ? rows : []
    return Array.isArray(first) ? first.map(String) : undefined
  } catch {
    return undefined
  }
}

/** The most frequent of the usual delimiters. */
function delimiterOf(line: string): string {
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
