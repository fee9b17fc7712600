import type { Connection } from 'vscode-languageserver'
import { findFilesRequest, type ParamsOf, readFileRequest } from '../protocol.js'
import { type FileProblem, type FileRead, fileProblems } from '../workspace/file-source.js'
import { type FilesOfFolder, oneSpelling, pathIn, uriIn } from './folder-files.js'

/**
 * Files that the client finds and reads, where the server cannot: in a web worker, and in virtual workspaces. What it answers in another
 * shape than `protocol.ts` says is a file that cannot be read, or a folder without plans.
 */
export function clientFiles(connection: Connection): FilesOfFolder {
  return (folder) => ({
    findPlans: async () => {
      const params: ParamsOf<typeof findFilesRequest> = { folder }
      const found: unknown = await connection.sendRequest(findFilesRequest.method, params)
      const uris = Array.isArray(found) ? found.filter((uri) => typeof uri === 'string').map(oneSpelling) : []
      return uris.filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.mops')).map((uri) => pathIn(folder, uri))
    },
    read: async (path, limit) => {
      const uri = uriIn(folder, path)
      const params: ParamsOf<typeof readFileRequest> = limit === undefined ? { uri } : { uri, limit }
      return readOf(await connection.sendRequest(readFileRequest.method, params))
    },
  })
}

function readOf(answer: unknown): FileRead {
  if (typeof answer !== 'object' || answer === null) return 'unreadable'
  if ('text' in answer && typeof answer.text === 'string') return { text: answer.text.replace(/^\uFEFF/, '') }
  return ('problem' in answer && fileProblems.find((problem): problem is FileProblem => problem === answer.problem)) || 'unreadable'
}
