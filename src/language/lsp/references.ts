import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver'
import { answeringAt, type Provider } from './provider.js'
import type { FileView } from './session.js'
import { elementAtCursor, usesOf } from './uses.js'

/** Every place that names an element, in all plans that hold it; in the file at hand as highlights. */
export const references: Provider = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  attach(server) {
    server.connection.onReferences(
      answeringAt<ReferenceParams, Location[]>(server, [], (view, offset, { context }) =>
        referencesAt(view, offset, context.includeDeclaration),
      ),
    )
    server.connection.onDocumentHighlight(answeringAt<DocumentHighlightParams, DocumentHighlight[]>(server, [], highlightsAt))
  },
}

export function referencesAt(view: FileView, offset: number, withDeclaration: boolean): Location[] {
  const element = elementAtCursor(view, offset)
  if (!element) return []
  const { declaration, references: found } = usesOf(view, element)
  return [...(withDeclaration && declaration ? [declaration] : []), ...found].map((place) => view.folder.locationOf(place))
}

export function highlightsAt(view: FileView, offset: number): DocumentHighlight[] {
  const element = elementAtCursor(view, offset)
  if (!element) return []
  const { declaration, references: found } = usesOf(view, element)
  return [
    ...(declaration?.file === view.path ? [{ range: view.folder.rangeOf(declaration), kind: DocumentHighlightKind.Write }] : []),
    ...found
      .filter(({ file }) => file === view.path)
      .map((place) => ({ range: view.folder.rangeOf(place), kind: DocumentHighlightKind.Read })),
  ]
}
