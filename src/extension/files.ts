import { RelativePattern, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findFilesRequest, type ParamsOf, type ResultOf, readFileRequest } from '../language/protocol.js'
import { isTooLarge, mostBytes } from '../language/workspace/text-size.js'

/** Reads files for a server that cannot do so itself: in a web worker, and in a virtual workspace. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(findFilesRequest.method, async ({ folder }: ParamsOf<typeof findFilesRequest>) => {
    const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), '**/{*.mops,mops.config.json}'))
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort()
  })
  client.onRequest<ResultOf<typeof readFileRequest>, void>(readFileRequest.method, ({ uri, limit }: ParamsOf<typeof readFileRequest>) =>
    read(Uri.parse(uri), limit),
  )
}

async function read(uri: Uri, limit: number | undefined): Promise<ResultOf<typeof readFileRequest>> {
  let bytes: Uint8Array
  try {
    if (limit === undefined && (await workspace.fs.stat(uri)).size > mostBytes) return { problem: 'too-large' }
    bytes = await workspace.fs.readFile(uri)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'FileNotFound') return { problem: 'missing' }
    return { problem: code === 'FileIsADirectory' ? 'folder' : 'unreadable' }
  }
  if (limit !== undefined) return { text: new TextDecoder().decode(bytes.subarray(0, limit)) }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return isTooLarge(text) ? { problem: 'too-large' } : { text }
  } catch {
    return { problem: 'undecodable' }
  }
}
