const tableName = /\.(?:csv|tsv|txt)$/i

/** True for a file of which the columns are read. */
export function isTable(path: string): boolean {
  return tableName.test(path)
}

/** The column names of a delimited text file, from its first line; undefined where the file is of another kind. */
export function columnsOf(path: string, text: string): readonly string[] | undefined {
  if (!isTable(path)) return undefined
  return headOf(text).columns
}

/** How a delimited text begins. */
export interface TableHead {
  readonly columns: readonly string[]
  readonly delimiter: string
  /** Lines in front of the names: a `sep=;`, as spreadsheets write it. */
  readonly skip: number
}

export function headOf(text: string): TableHead {
  const [first = '', second = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 2)
  const said = /^"?sep=(.)"?$/i.exec(first)?.[1]
  const line = said === undefined ? first : second
  const delimiter = said ?? delimiterOf(line)
  return { columns: fieldsOf(line, delimiter), delimiter, skip: said === undefined ? 0 : 1 }
}

/** The most frequent of the usual delimiters. */
function delimiterOf(line: string): string {
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

/** The fields of one line; in quotes they may hold the delimiter, and a doubled quote stands for one (RFC 4180). */
function fieldsOf(line: string, delimiter: string): readonly string[] {
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (let index = 0; index < line.length; index++) {
    const character = line[index]
    if (character === '"' && isQuoted && line[index + 1] === '"') {
      field += character
      index++
    } else if (character === '"') {
      isQuoted = !isQuoted
    } else if (character === delimiter && !isQuoted) {
      fields.push(field.trim())
      field = ''
    } else {
      field += character
    }
  }
  return [...fields, field.trim()]
}
