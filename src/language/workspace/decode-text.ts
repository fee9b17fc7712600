import type { FileText } from './file-source.js'
import { isTooLarge, mostBytes } from './text-size.js'

const byteOrderMark = '\uFEFF'

/** A text as it is decoded from bytes: whether it had a byte order mark is known. */
export type DecodedText = Required<FileText>

/** Decodes UTF-8 strictly: bytes that are no UTF-8 make the whole file undecodable rather than a text with holes. */
export function decodeText(bytes: Uint8Array): DecodedText | 'undecodable' | 'too-large' {
  if (bytes.length > mostBytes) return 'too-large'
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const hasByteOrderMark = decoded.startsWith(byteOrderMark)
    const text = hasByteOrderMark ? decoded.slice(1) : decoded
    return isTooLarge(text) ? 'too-large' : { text, hasByteOrderMark }
  } catch {
    return 'undecodable'
  }
}

/** The beginning of a file, with signs in place of what is no UTF-8; spreadsheets also write UTF-16 with a byte order mark. */
export function decodeHead(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes)
}

/** The text to write for one that was decoded. */
export function encodeText({ text, hasByteOrderMark }: DecodedText): string {
  return hasByteOrderMark ? byteOrderMark + text : text
}
