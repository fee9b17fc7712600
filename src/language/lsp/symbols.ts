import { type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation, SymbolKind } from 'vscode-languageserver'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Likeness } from '../table/kind.js'
import { kindWord } from '../table/references.js'
import { vocabulary } from '../table/vocabulary.js'
import type { PlanFolder } from './plan-folder.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

/** The outline of a file, and all elements of the workspace by name or title. */
export const symbols: Provider = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  attach(server) {
    server.connection.onDocumentSymbol(answering<DocumentSymbolParams, DocumentSymbol[]>(server, [], outlineOf, 'for the document'))
    server.connection.onWorkspaceSymbol(async ({ query }) => {
      await server.session.settled()
      return server.session.allFolders.flatMap((folder) => symbolsOf(folder, query))
    })
  },
}

const symbolKinds: Readonly<Record<Likeness, SymbolKind>> = {
  frame: SymbolKind.Module,
  aim: SymbolKind.Interface,
  formula: SymbolKind.Function,
  count: SymbolKind.Variable,
  origin: SymbolKind.File,
  actor: SymbolKind.Class,
  group: SymbolKind.Namespace,
  step: SymbolKind.Event,
  values: SymbolKind.Array,
  constant: SymbolKind.Constant,
  container: SymbolKind.Struct,
  part: SymbolKind.Field,
  choice: SymbolKind.EnumMember,
  series: SymbolKind.Enum,
  thing: SymbolKind.Object,
}

function symbolKind(kind: PlanElement['kind']): SymbolKind {
  return symbolKinds[vocabulary[kind].like]
}

function nameOf(element: PlanElement): string {
  if (element.kind === 'actuals') return `${kindWord(element.kind)} ${element.of?.name ?? ''}`.trim()
  return element.name || element.title?.text || kindWord(element.kind)
}

export function outlineOf({ file, folder }: FileView): DocumentSymbol[] {
  const top: DocumentSymbol[] = []
  const open: { readonly end: number; readonly children: DocumentSymbol[] }[] = []
  const sorted = [...file.elements].sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end)
  for (const element of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < element.extent.end) open.pop()
    const children: DocumentSymbol[] = []
    const title = element.title && element.name ? ` ${element.title.text}` : ''
    ;(open.at(-1)?.children ?? top).push({
      name: nameOf(element),
      detail: `${kindWord(element.kind)}${title}`,
      kind: symbolKind(element.kind),
      range: folder.rangeOf(element.extent),
      selectionRange: folder.rangeOf(element.place),
      children,
    })
    open.push({ end: element.extent.end, children })
  }
  return top
}

/** The named elements whose name or title holds the letters of the query in their order. */
export function symbolsOf(folder: PlanFolder, query: string): SymbolInformation[] {
  const wanted = [...query.toLowerCase()]
  return folder.engine.paths.flatMap((path) =>
    (folder.engine.read(path)?.elements ?? [])
      .filter((element) => element.name !== '' && holdsInOrder(`${element.name} ${element.title?.text ?? ''}`.toLowerCase(), wanted))
      .map((element) => ({
        name: element.title ? `${element.name} (${element.title.text})` : element.name,
        kind: symbolKind(element.kind),
        location: folder.locationOf(element.place),
        containerName: kindWord(element.kind),
      })),
  )
}

function holdsInOrder(text: string, wanted: readonly string[]): boolean {
  let at = -1
  return wanted.every((letter) => {
    at = text.indexOf(letter, at + 1)
    return at >= 0
  })
}
