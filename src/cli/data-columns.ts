import { closeSync, openSync, readSync } from 'node:fs'
import { columnsOf } from '../language/data-columns.js'

const headBytes = 65_536

/** The column names of a delimited text file, from its first line; undefined where there is no such line or the file is of another kind. */
export function columnsOfFile(file: string): readonly string[] | undefined {
  return columnsOf(file, head(file))
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
