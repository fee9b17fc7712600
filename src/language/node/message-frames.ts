import { t } from '@vscode/l10n'

/** The bytes of a header; two lines of some fifty are usual. */
const mostHeaderBytes = 8192
/** A text of 10 million characters, the most that is read, takes up to 60 MB in JSON. */
const mostBodyBytes = 100_000_000
const lineFeed = 0x0a

/** What comes is not framed as the protocol asks, so that nobody knows where the next message begins. */
export class FrameError extends Error {}

/**
 * Finds the messages in a stream of bytes (Language Server Protocol 3.17, base protocol): lines of a header that end with CRLF, an empty
 * line, and as many bytes as `Content-Length` says. Keeps no more than has come of one message, whatever a header promises.
 */
export class MessageFrames {
  private headerBytes = 0
  private line = ''
  private length: number | undefined
  private readonly body: Uint8Array[] = []
  /** Bytes of the body that have not come; undefined within a header. */
  private missing: number | undefined;

  /** The bodies that are whole with this chunk. Throws a FrameError; what comes after that means nothing. */
  *take(chunk: Buffer): Generator<Buffer> {
    let at = 0
    while (at < chunk.length) {
      at = this.missing === undefined ? this.takeHeader(chunk, at) : this.takeBody(chunk, at, this.missing)
      if (this.missing !== 0) continue
      this.missing = undefined
      yield Buffer.concat(this.body.splice(0))
    }
  }

  private takeBody(chunk: Buffer, at: number, missing: number): number {
    const end = Math.min(chunk.length, at + missing)
    this.body.push(chunk.subarray(at, end))
    this.missing = missing - (end - at)
    return end
  }

  /** Takes the rest of a line, or as much of it as there is. */
  private takeHeader(chunk: Buffer, at: number): number {
    const feed = chunk.indexOf(lineFeed, at)
    const end = feed < 0 ? chunk.length : feed + 1
    this.headerBytes += end - at
    if (this.headerBytes > mostHeaderBytes)
      throw new FrameError(t('The header of a message is longer than {bytes} bytes.', { bytes: mostHeaderBytes }))
    this.line += chunk.toString('latin1', at, end)
    if (feed >= 0) {
      const { line } = this
      this.line = ''
      if (!line.endsWith('\r\n'))
        throw new FrameError(t('A line of the header `{line}` ends without a carriage return.', { line: shown(line) }))
      if (line === '\r\n') this.endHeader()
      else this.takeField(line.slice(0, -2))
    }
    return end
  }

  private takeField(line: string): void {
    const [, name = '', value = ''] = /^([^:\s]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name === '') throw new FrameError(t('`{line}` is no line of a header.', { line: shown(line) }))
    if (name.toLowerCase() !== 'content-length') return
    if (this.length !== undefined) throw new FrameError(t('The header of a message has two lengths.'))
    if (!/^\d+$/.test(value)) throw new FrameError(t('`{value}` is no length of a message.', { value: shown(value) }))
    const length = Number(value)
    if (length > mostBodyBytes)
      throw new FrameError(t('A message of {length} bytes is longer than {most} bytes.', { length: shown(value), most: mostBodyBytes }))
    this.length = length
  }

  private endHeader(): void {
    if (this.length === undefined) throw new FrameError(t('The header of a message has no Content-Length.'))
    this.missing = this.length
    this.length = undefined
    this.headerBytes = 0
  }
}

/** The beginning of what a stranger wrote, on one line and in visible characters. */
function shown(text: string): string {
  const visible = text.trimEnd().replace(/[^\x20-\x7e]/g, '?')
  return visible.length > 60 ? `${visible.slice(0, 60)}…` : visible
}
