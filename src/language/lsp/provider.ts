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

/** A handler for requests about one document; `nothing` is the answer for documents that are no plans. */
export function answering<P extends OfDocument, R>(
  server: Server,
  nothing: R,
  answer: (view: FileView, params: P) => R,
): (params: P) => Promise<R> {
  return async (params) => {
    await server.session.settled()
    const view = server.session.view(params.textDocument.uri)
    return view ? answer(view, params) : nothing
  }
}

/** The same for requests with a position, given as an offset in the text. */
export function answeringAt<P extends OfDocument & { readonly position: { readonly line: number; readonly character: number } }, R>(
  server: Server,
  nothing: R,
  answer: (view: FileView, offset: number, params: P) => R,
): (params: P) => Promise<R> {
  return answering(server, nothing, (view, params) => answer(view, view.folder.offsetAt(view.path, params.position), params))
}
