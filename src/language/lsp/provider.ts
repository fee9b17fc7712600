import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver'
import type { InitializationOptions } from '../protocol.js'
import type { Diagnostics } from './diagnostics.js'
import type { FileView, Session } from './session.js'

/** What a provider works with. */
export interface Server {
  readonly connection: Connection
  readonly session: Session
  readonly diagnostics: Diagnostics
  readonly options: InitializationOptions
  readonly client: ClientCapabilities
}

/** One thing that the server does for an editor. */
export interface Provider {
  readonly capabilities: ServerCapabilities
  readonly attach: (server: Server) => void
}

interface OfDocument {
  readonly textDocument: { readonly uri: string }
}

/** Whether an answer may come while the workspace is still being read, from the document and what it imports. */
export type Wait = 'for the document' | 'for the workspace'

/** A handler for requests about one document; `nothing` is the answer for documents that are no plans. */
export function answering<P extends OfDocument, R>(
  server: Server,
  nothing: R,
  answer: (view: FileView, params: P) => R,
  wait: Wait = 'for the workspace',
): (params: P) => Promise<R> {
  return async (params) => {
    const { session } = server
    const { uri } = params.textDocument
    await (wait === 'for the document' ? session.known(uri) : session.settled())
    const view = session.view(uri)
    return view ? answer(view, params) : nothing
  }
}

/** The same for requests with a position, given as an offset in the text. */
export function answeringAt<P extends OfDocument & { readonly position: { readonly line: number; readonly character: number } }, R>(
  server: Server,
  nothing: R,
  answer: (view: FileView, offset: number, params: P) => R,
  wait: Wait = 'for the workspace',
): (params: P) => Promise<R> {
  return answering(server, nothing, (view, params) => answer(view, view.folder.offsetAt(view.path, params.position), params), wait)
}
