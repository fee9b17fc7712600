import { callHierarchy } from './call-hierarchy.js'
import { codeActions } from './code-actions.js'
import { codeLenses } from './code-lenses.js'
import { commands } from './commands.js'
import { completion } from './completion.js'
import { definition } from './definition.js'
import { fileRename } from './file-rename.js'
import { folding } from './folding.js'
import { formatting } from './formatting.js'
import { hover } from './hover.js'
import { inlayHints } from './inlay-hints.js'
import { intents } from './intents.js'
import { links } from './links.js'
import { newPlan } from './new-plan.js'
import { plans } from './plans.js'
import type { Provider } from './provider.js'
import { pulledDiagnostics } from './pulled-diagnostics.js'
import { references } from './references.js'
import { rename } from './rename.js'
import { semanticTokens } from './semantic-tokens.js'
import { symbols } from './symbols.js'

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
  intents,
  // Plans for the client's own views.
  plans,
  newPlan,
]
