import { readHead } from '../../language/node/files.js'
import { columnsOf } from '../../language/workspace/data-columns.js'
import { headBytes } from '../../language/workspace/text-size.js'

/** The column names of a delimited text file, from its first line; undefined where it is of another kind or cannot be read. */
export function columnsOfFile(file: string): readonly string[] | undefined {
  try {
    return columnsOf(file, readHead(file, headBytes))
  } catch {
    return undefined
  }
}
