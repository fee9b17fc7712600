import { callHierarchy } from './lsp/call-hierarchy.js'
import { codeActions } from './lsp/code-actions.js'
import { codeLenses } from './lsp/code-lenses.js'
import { commands } from './lsp/commands.js'
import { completion } from './lsp/completion.js'
import { definition } from './lsp/definition.js'
import { fileRename } from './lsp/file-rename.js'
import { folding } from './lsp/folding.js'
import { formatting } from './lsp/formatting.js'
import { hover } from './lsp/hover.js'
import { inlayHints } from './lsp/inlay-hints.js'
import { links } from './lsp/links.js'
import { newPlan } from './lsp/new-plan.js'
import { plans } from './lsp/plans.js'
import type { Provider } from './lsp/provider.js'
import { pulledDiagnostics } from './lsp/pulled-diagnostics.js'
import { references } from './lsp/references.js'
import { rename } from './lsp/rename.js'
import { semanticTokens } from './lsp/semantic-tokens.js'
import { symbols } from './lsp/symbols.js'

/** What the server does for an editor: its table of contents. Each entry is one file of `lsp/`. */
export const providers: readonly Provider[] = [
  // What is wrong; findings are pushed by the server itself.
  pulledDiagnostics,
  // What can be written, and what things mean.
  completion,
  hover,
  codeLenses,
  inlayHints,
  // How the text looks.
  semanticTokens,
  folding,
  // From here to there.
  definition,
  references,
  symbols,
  callHierarchy,
  links,
  // Changes to the text.
  codeActions,
  formatting,
  rename,
  fileRename,
  commands,
  // Plans for the client's own views.
  plans,
  newPlan,
]
