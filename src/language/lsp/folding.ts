import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver'
import type { Place } from '../../plan/text/place.js'
import { elementsAround, touches } from './places.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

/** Elements, runs of imports and long comments fold; a selection grows from name to clause to element. */
export const folding: Provider = {
  capabilities: { foldingRangeProvider: true, selectionRangeProvider: true },
  attach(server) {
    server.connection.onFoldingRanges(answering<FoldingRangeParams, FoldingRange[]>(server, [], foldsIn, 'for the document'))
    server.connection.onSelectionRanges(
      answering<SelectionRangeParams, SelectionRange[]>(
        server,
        [],
        (view, { positions }) => positions.map((position) => selectionAt(view, view.folder.offsetAt(view.path, position))),
        'for the document',
      ),
    )
  },
}

export function foldsIn({ file, folder, path, text }: FileView): FoldingRange[] {
  const lines = ({ start, end }: Omit<Place, 'file'>) => ({
    startLine: folder.positionAt(path, start).line,
    endLine: folder.positionAt(path, end).line,
  })
  const elements = file.elements.map(({ extent }) => {
    const { startLine, endLine } = lines(extent)
    return { startLine, endLine: text[extent.end - 1] === '}' ? endLine - 1 : endLine }
  })
  const comments = [...text.matchAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/[^\n]*\n?)+/gm)]
    .filter(([whole]) => !whole.startsWith('"'))
    .map(({ 0: whole, index }) => ({ ...lines({ start: index, end: index + whole.trimEnd().length }), kind: FoldingRangeKind.Comment }))
  const [first] = file.imports
  const last = file.imports.at(-1)
  const imports = first && last ? [{ ...lines({ start: first.place.start, end: last.place.end }), kind: FoldingRangeKind.Imports }] : []
  return [...elements, ...comments, ...imports].filter(({ startLine, endLine }) => endLine > startLine)
}

export function selectionAt({ file, folder, path, text }: FileView, offset: number): SelectionRange {
  const around = elementsAround(file, offset)
  const clause = around.at(-1)?.clauses.find(({ place }) => touches(place, offset))
  const quoted = file.texts.find(({ place }) => touches(place, offset))
  const name =
    file.refs.find(({ ref }) => touches(ref.place, offset))?.ref.place ?? around.find(({ place }) => touches(place, offset))?.place
  const inside = quoted && { ...quoted.place, start: quoted.place.start + 1, end: quoted.place.end - 1 }
  const places: (Place | undefined)[] = [
    { file: path, start: 0, end: text.length },
    ...around.map(({ extent }) => extent),
    clause?.place,
    quoted?.place,
    inside,
    name,
  ]
  let selection: SelectionRange = { range: folder.rangeOf({ file: path, start: 0, end: text.length }) }
  let outer: Place = { file: path, start: 0, end: text.length }
  for (const place of places) {
    const isInside = place && place.start >= outer.start && place.end <= outer.end && place.end - place.start < outer.end - outer.start
    if (!place || !isInside || !touches(place, offset)) continue
    selection = { range: folder.rangeOf(place), parent: selection }
    outer = place
  }
  return selection
}
