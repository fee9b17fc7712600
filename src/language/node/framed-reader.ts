import type { Readable } from 'node:stream'
import { AbstractMessageReader, type DataCallback, type Disposable } from 'vscode-languageserver/node'
import { FrameError, MessageFrames } from './message-frames.js'

export interface ReaderListener {
  /** A message is no JSON; those that follow can be read. */
  readonly unreadable: () => void
  /** No message can be read any more. */
  readonly broken: (error: FrameError) => void
  /** The client has closed the stream. */
  readonly closed: () => void
}

/** Reads messages from a stream, and says what cannot be read instead of waiting for ever. */
export class FramedReader extends AbstractMessageReader {
  private readonly frames = new MessageFrames()

  constructor(
    private readonly stream: Readable,
    private readonly listener: ReaderListener,
  ) {
    super()
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer) => {
      try {
        for (const body of this.frames.take(chunk)) this.takeBody(body, callback)
      } catch (error) {
        this.stream.off('data', take)
        if (!(error instanceof FrameError)) throw error
        this.listener.broken(error)
      }
    }
    this.stream.on('data', take)
    this.stream.on('error', (error) => this.fireError(error))
    for (const event of ['end', 'close']) this.stream.on(event, this.listener.closed)
    return { dispose: () => this.stream.off('data', take) }
  }

  private takeBody(body: Buffer, callback: DataCallback): void {
    const message = parsed(body)
    if (message === undefined) this.listener.unreadable()
    else callback(message)
  }
}

/** Undefined when it is no JSON, which has no such value. */
function parsed(body: Buffer): ReturnType<typeof JSON.parse> | undefined {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
