import { plans } from './lsp/plans.js'
import type { Provider } from './lsp/provider.js'
import { pulledDiagnostics } from './lsp/pulled-diagnostics.js'

/** What the server does for an editor: its table of contents. Each entry is one file of `lsp/`. */
export const providers: readonly Provider[] = [
  // What is wrong; findings are pushed by the server itself.
  pulledDiagnostics,
  // Plans for the client's own views.
  plans,
]
