import { type Diagnostic, languages, type Position, type TextDocument, Uri, window, workspace } from 'vscode'

/** A file of the workspace that the tests run in. */
export function fileUri(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? []
  if (!folder) throw new Error('The tests need a folder.')
  return Uri.joinPath(folder.uri, name)
}

export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(name))
  await window.showTextDocument(document)
  return document
}

/** The position in front of a text. */
export function before(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text)
  if (offset < 0) throw new Error(`${JSON.stringify(text)} is not in the document.`)
  return document.positionAt(offset)
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

export function codes(uri: Uri): readonly string[] {
  return languages.getDiagnostics(uri).map(codeOf)
}

/** Waits until something holds; looks again and again. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
