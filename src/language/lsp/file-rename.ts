import type { FileRename, WorkspaceEdit } from 'vscode-languageserver'
import type { TextEdit } from '../edits/text-edit.js'
import { relativePath } from '../workspace/imports.js'
import { workspaceEdit } from './edits-for-client.js'
import { oneSpelling } from './folder-files.js'
import type { PlanFolder } from './plan-folder.js'
import type { Provider } from './provider.js'

const filters = [
  { scheme: 'file', pattern: { glob: '**/*.mops' } },
  { scheme: 'file', pattern: { glob: '**', matches: 'folder' as const } },
]

/** When a file or folder moves, the imports follow: those that lead to it and its own. */
export const fileRename: Provider = {
  capabilities: {
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: { willRename: { filters } } },
  },
  attach({ connection, session }) {
    connection.workspace.onWillRenameFiles(async ({ files }) => {
      await session.settled()
      const edits = session.allFolders.map((folder) => importEdits(folder, files))
      return edits.find((edit) => Object.keys(edit.changes ?? {}).length > 0) ?? null
    })
  },
}

/** The changed import paths of all files of a folder. */
export function importEdits(folder: PlanFolder, renames: readonly FileRename[]): WorkspaceEdit {
  const spelled = renames.map(({ oldUri, newUri }) => ({ oldUri: oneSpelling(oldUri), newUri: oneSpelling(newUri) }))
  const inside = spelled.filter(({ oldUri, newUri }) => [oldUri, newUri].every((uri) => uri.startsWith(`${folder.uri}/`)))
  const moved = (path: string) => {
    for (const { oldUri, newUri } of inside) {
      const from = folder.pathOf(oldUri).replace(/\/$/, '')
      if (path === from) return folder.pathOf(newUri)
      if (path.startsWith(`${from}/`)) return `${folder.pathOf(newUri).replace(/\/$/, '')}${path.slice(from.length)}`
    }
    return path
  }
  const edits = folder.engine.paths.flatMap((path): TextEdit[] =>
    (folder.engine.read(path)?.imports ?? []).flatMap((line) => {
      if (line.target === undefined || (moved(path) === path && moved(line.target) === line.target)) return []
      const written = relativePath(moved(path), moved(line.target))
      return written === line.path.text ? [] : [{ ...line.path.place, text: `"${written}"` }]
    }),
  )
  return workspaceEdit(folder, edits)
}
