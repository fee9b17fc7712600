import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver'
import { importTarget, isPattern } from '../../plan/text/import-target.js'
import type { Text } from '../../plan/text/place.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

/** Imports, data files, links and forms lead to where they point. */
export const links: Provider = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  attach(server) {
    server.connection.onDocumentLinks(answering<DocumentLinkParams, DocumentLink[]>(server, [], linksOf, 'for the document'))
  },
}

export function linksOf({ file, folder, path }: FileView): DocumentLink[] {
  const inside = ({ place }: Text) => folder.rangeOf({ ...place, start: place.start + 1, end: Math.max(place.start + 1, place.end - 1) })
  const toFile = (text: Text) => {
    const target = importTarget(path, text.text)
    return target === undefined ? [] : [{ range: inside(text), target: folder.uriOf(target) }]
  }
  const toPage = (text: Text) => (/^(?:https?|mailto):/.test(text.text) ? [{ range: inside(text), target: text.text }] : [])
  return [
    ...file.imports.flatMap((line) => toFile(line.path)),
    ...file.elements.flatMap((element) => [
      ...element.links.flatMap(toPage),
      ...(element.kind === 'source' && element.file && !isPattern(element.file.text) ? toFile(element.file) : []),
      ...(element.kind === 'communication' ? element.asks.flatMap(({ at }) => (at ? toPage(at) : [])) : []),
    ]),
  ]
}
