import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import { type FileView, type Outcome, Session } from '../../src/language/lsp/session.js'
import { memoryFiles } from '../../src/language/workspace/memory-files.js'

const folder = 'file:///plans'
const today = '2027-02-12'

/** A session over files in memory; it judges when it is asked. */
export class Desk {
  readonly session: Session
  readonly judged: (readonly Outcome[])[] = []

  constructor(readonly files: Map<string, string>) {
    this.session = new Session(
      () => ({
        ...memoryFiles(files),
        findPlans: async () => [...files.keys()].filter((path) => path.endsWith('.mops')),
      }),
      {
        quick: () => {},
        judged: (outcomes) => this.judged.push(outcomes),
        indexing: () => {},
        failed: (error) => {
          throw error
        },
      },
      () => today,
    )
    this.session.addFolders([folder])
  }

  uri(path: string): string {
    return `${folder}/${path}`
  }

  type(path: string, text: string): void {
    this.session.openOrChange(this.uri(path), text)
  }

  async view(path: string): Promise<FileView> {
    await this.session.settled()
    const view = this.session.view(this.uri(path))
    if (!view) throw new Error(`${path} is no plan.`)
    return view
  }

  /** All findings, as `path code at «text»: message`. */
  async findings(): Promise<string[]> {
    const outcomes = await this.session.outcomes()
    return outcomes.flatMap(({ findings }) =>
      [...findings.values()].flat().map((finding) => JSON.stringify({ ...finding, fixes: finding.fixes.length })),
    )
  }
}

/** The cursor of a test: a text in which `│` stands once. */
export async function at(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<{ view: FileView; offset: number; desk: Desk }> {
  const offset = text.indexOf('│')
  const desk = new Desk(new Map(Object.entries(others)))
  desk.type('plan.mops', text.replace('│', ''))
  return { view: await desk.view('plan.mops'), offset, desk }
}

/** The texts of the files after an edit, by path. */
export function applied(view: FileView, edit: WorkspaceEdit | null | undefined): Record<string, string> {
  const documents = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change ? [[change.textDocument.uri, change.edits as TextEdit[]] as const] : [],
  )
  return Object.fromEntries(
    [...Object.entries(edit?.changes ?? {}), ...documents].map(([uri, edits]) => {
      const path = view.folder.pathOf(uri)
      return [path, withEdits(view, path, edits)]
    }),
  )
}

/** The text of a file after edits, which do not overlap. */
export function withEdits(view: FileView, path: string, edits: readonly TextEdit[]): string {
  const offset = (position: TextEdit['range']['start']) => view.folder.offsetAt(path, position)
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => offset(b.edit.range.start) - offset(a.edit.range.start) || b.index - a.index)
  return sorted.reduce(
    (text, { edit }) => text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end)),
    view.folder.text(path) ?? '',
  )
}
