import type { TextEdit as ClientEdit, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { TextEdit } from '../edits/text-edit.js'
import type { PlanFolder } from './plan-folder.js'

/** Text edits of the language as an edit of the client's documents; a file that is not there is created. */
export function workspaceEdit(folder: PlanFolder, edits: readonly TextEdit[]): WorkspaceEdit {
  const created: CreateFile[] = []
  const byFile = new Map<string, ClientEdit[]>()
  for (const { file, start, end, text } of edits) {
    const uri = folder.uriOf(file)
    if (folder.text(file) === undefined && !created.some((one) => one.uri === uri))
      created.push({ kind: 'create', uri, options: { ignoreIfExists: true } })
    const edit: ClientEdit = { range: folder.rangeOf({ file, start, end }), newText: text }
    const known = byFile.get(uri)
    if (known) known.push(edit)
    else byFile.set(uri, [edit])
  }
  if (created.length === 0) return { changes: Object.fromEntries(byFile) }
  const changed = [...byFile].map(([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits: list }))
  return { documentChanges: [...created, ...changed] }
}
