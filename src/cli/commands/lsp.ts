import { serve } from '../../language/node/server.js'

/** Serves editors until the client ends it. */
export function serveEditors(): void {
  serve()
}
