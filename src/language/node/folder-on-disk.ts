import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ignore from 'ignore'
import type { FilesOfFolder } from '../lsp/folder-files.js'
import { diskFiles } from './disk-files.js'
import { findPlans } from './files.js'

/** A workspace folder on the disk; of anything else than a `file:` URI all is missing. */
export const folderOnDisk: FilesOfFolder = (folder) => {
  const root = pathOf(`${folder}/`)
  if (root === undefined) return { findPlans: async () => [], read: () => 'missing' }
  return {
    ...diskFiles(root),
    findPlans: async (exclude) => {
      const excluded = ignore().add([...exclude])
      return findPlans(root, { isLenient: true, within: root })
        .map((file) => path.relative(root, file).split(path.sep).join('/'))
        .filter((file) => !excluded.ignores(file))
    },
  }
}

/** Undefined for a URI that no folder can have, such as one with an escaped slash. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? path.resolve(fileURLToPath(uri)) : undefined
  } catch {
    return undefined
  }
}
