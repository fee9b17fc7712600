import { closeSync, openSync, readSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

const headBytes = 65_536

/** The column names of a delimited text file, from its first line; undefined where there is no such line or the file is of another kind. */
export function columnsOf(file: string): readonly string[] | undefined {
  if (!/\.(?:csv|tsv|txt)$/i.test(file)) return undefined
  try {
    const [line = ''] = head(file).split(/\r\n|\r|\n/, 1)
    const rows: unknown = parse(line, { delimiter: delimiterOf(line), bom: true, relax_quotes: true, trim: true, to: 1 })
    const [first] = Array.isArray(rows) ? rows : []
    return Array.isArray(first) ? first.map(String) : undefined
  } catch {
    return undefined
  }
}

function head(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(headBytes)
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, headBytes, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** The most frequent of the usual delimiters. */
function delimiterOf(line: string): string {
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
