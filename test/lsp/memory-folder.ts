import { type FilesOfFolder, pathIn } from '../../src/language/lsp/folder-files.js'
import { memoryFiles } from '../../src/language/workspace/memory-files.js'

/** Workspace folders in memory, their files by URI. The map may change; a folder is read as it then is. */
export function memoryFolders(disk: ReadonlyMap<string, string | Uint8Array>): FilesOfFolder {
  return (folder) => {
    const files = () =>
      new Map([...disk].flatMap(([uri, text]) => (uri.startsWith(`${folder}/`) ? [[pathIn(folder, uri), text] as const] : [])))
    return {
      findPlans: async (exclude) =>
        [...files().keys()].filter((path) => path.endsWith('.mops') && !exclude.some((word) => path.includes(word))),
      read: (path, limit) => memoryFiles(files()).read(path, limit),
    }
  }
}
