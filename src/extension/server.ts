import { isInNode } from './where.js'

// One bundle for both places: what they share is most of it.
if (isInNode()) import('../language/node-server.js').then(({ serve }) => serve())
else import('../language/browser-server.js')
