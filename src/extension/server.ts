import { views } from './preview/view-provider.js'
import { isInNode } from './where.js'

// One bundle for both places: what they share is most of it.
if (isInNode()) import('../language/node/server.js').then(({ serve }) => serve([views]))
else import('../language/lsp/browser-server.js').then(({ serveWorker }) => serveWorker([views]))
