import { closeSync, openSync, readSync } from 'node:fs'
import { columnsOf } from '../language/data-columns.js'

const headBytes = 65_536

/** The column names of a delimited text file, from its first line; undefined where it is of another kind or cannot be read. */
export function columnsOfFile(file: string): readonly string[] | undefined {
  try {
    return columnsOf(file, head(file))
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
