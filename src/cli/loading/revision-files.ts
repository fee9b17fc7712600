import path from 'node:path'
import type { FileSource } from '../../language/workspace/file-source.js'
import { Revision } from './revision.js'

/** The files of a repository as they were at a revision; in a submodule as they were at the commit that it then had. */
export function revisionFiles(root: string, revision: Revision, asker: string): FileSource {
  const submodules = new Map<string, FileSource | undefined>()
  const submodule = (folder: string): FileSource | undefined => {
    if (!submodules.has(folder)) {
      const commit = revision.idOf(folder)
      const inner = path.join(root, folder)
      submodules.set(folder, commit === undefined ? undefined : revisionFiles(inner, Revision.open(inner, commit, asker), asker))
    }
    return submodules.get(folder)
  }
  return {
    readAhead: (paths) => revision.readAhead(paths),
    read: (file, limit) => {
      const parts = file.split('/')
      for (let count = parts.length - 1; count > 0; count--) {
        const folder = parts.slice(0, count).join('/')
        if (revision.paths.has(folder)) return submodule(folder)?.read(parts.slice(count).join('/'), limit) ?? 'missing'
      }
      return limit === undefined ? revision.read(file) : revision.readHead(file, limit)
    },
  }
}
