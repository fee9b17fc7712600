import { columnsOf } from '../language/data-columns.js'
import { readHead } from '../language/node-files.js'
import { headBytes } from '../language/text-size.js'

/** The column names of a delimited text file, from its first line; undefined where it is of another kind or cannot be read. */
export function columnsOfFile(file: string): readonly string[] | undefined {
  try {
    return columnsOf(file, readHead(file, headBytes))
  } catch {
    return undefined
  }
}
