import { diffLines } from 'diff'
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver'
import { format } from '../format/format.js'
import { elementsAround } from './places.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

/** Formats a document, the lines of a range, or the element whose closing brace was just typed. */
export const formatting: Provider = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}' },
  },
  attach(server) {
    const { connection } = server
    connection.onDocumentFormatting(
      answering<DocumentFormattingParams, TextEdit[]>(server, [], (view) => formattingEdits(view), 'for the document'),
    )
    connection.onDocumentRangeFormatting(
      answering<DocumentRangeFormattingParams, TextEdit[]>(
        server,
        [],
        (view, { range }) =>
          formattingEdits(
            view,
            range.start.line,
            range.end.character === 0 ? Math.max(range.start.line, range.end.line - 1) : range.end.line,
          ),
        'for the document',
      ),
    )
    connection.onDocumentOnTypeFormatting(
      answering<DocumentOnTypeFormattingParams, TextEdit[]>(
        server,
        [],
        (view, { position }) => closedElementEdits(view, view.folder.offsetAt(view.path, position)),
        'for the document',
      ),
    )
  },
}

/** The edits that format the lines from one to another, both counted from 0 and included; of the whole file without them. */
export function formattingEdits({ text }: FileView, from = 0, to = Number.POSITIVE_INFINITY): TextEdit[] {
  const edits: TextEdit[] = []
  let line = 0
  let pending: { start: number; removed: number; added: string } | undefined
  const settle = () => {
    if (pending && pending.start <= to && pending.start + Math.max(pending.removed, 1) > from)
      edits.push({
        range: { start: { line: pending.start, character: 0 }, end: { line: pending.start + pending.removed, character: 0 } },
        newText: pending.added,
      })
    pending = undefined
  }
  for (const { value, count = 0, added, removed } of diffLines(text, format(text))) {
    if (!added && !removed) {
      settle()
      line += count
      continue
    }
    pending ??= { start: line, removed: 0, added: '' }
    if (added) pending.added += value
    else {
      pending.removed += count
      line += count
    }
  }
  settle()
  return edits
}

/** Formats the outermost element that ends at the brace in front of an offset. */
export function closedElementEdits(view: FileView, offset: number): TextEdit[] {
  const element = elementsAround(view.file, offset).find(({ extent }) => extent.end === offset)
  if (!element || view.text[offset - 1] !== '}') return []
  const range = view.folder.rangeOf(element.extent)
  return formattingEdits(view, range.start.line, range.end.line)
}
