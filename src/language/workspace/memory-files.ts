import { decodeHead, decodeText } from './decode-text.js'
import type { FileSource } from './file-source.js'

/** Files in memory, by workspace path: what bytes are on a disk is decoded as there. */
export function memoryFiles(files: ReadonlyMap<string, string | Uint8Array>): FileSource {
  return {
    read: (path, limit) => {
      const content = files.get(path)
      if (content === undefined) return 'missing'
      if (typeof content === 'string') return { text: content }
      return limit === undefined ? decodeText(content) : { text: decodeHead(content.subarray(0, limit)) }
    },
  }
}
