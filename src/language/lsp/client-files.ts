import type { Connection } from 'vscode-languageserver'
import { findFilesRequest, type ParamsOf, type ResultOf, readFileRequest } from '../protocol.js'
import type { FileSource } from './file-source.js'

/** Files that the client finds and reads, where the server cannot: in a web worker, and in virtual workspaces. */
export function clientFiles(connection: Connection): FileSource {
  return {
    findPlans: async (folder) => {
      const params: ParamsOf<typeof findFilesRequest> = { folder }
      const found = await connection.sendRequest<ResultOf<typeof findFilesRequest>>(findFilesRequest.method, params)
      return found.filter((uri) => uri.endsWith('.mops'))
    },
    read: (uri, { limit }) => {
      const params: ParamsOf<typeof readFileRequest> = limit === undefined ? { uri } : { uri, limit }
      return connection.sendRequest<ResultOf<typeof readFileRequest>>(readFileRequest.method, params)
    },
  }
}
