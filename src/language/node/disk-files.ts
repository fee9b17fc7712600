import path from 'node:path'
import type { FileSource } from '../workspace/file-source.js'
import { readHeadWithin, readWithin } from './files.js'

/** The files below a folder of the disk, which is absolute. */
export function diskFiles(root: string): FileSource {
  return {
    read: (file, limit) => {
      const full = path.join(root, file)
      return limit === undefined ? readWithin(root, full) : readHeadWithin(root, full, limit)
    },
  }
}
