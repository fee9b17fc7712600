import { t } from '@vscode/l10n'
import {
  type DataCallback,
  ErrorCodes,
  ExitNotification,
  InitializeRequest,
  Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  ShutdownRequest,
} from 'vscode-languageserver'

/** Where a message from a client comes from and where the answer goes. */
export interface Transport {
  readonly reader: MessageReader
  readonly writer: MessageWriter
}

type Id = string | number | null

/**
 * Holds a client to the life of a server (Language Server Protocol 3.17, "Server lifecycle"): before `initialize` a request is refused with
 * −32002, a second `initialize` and every request after `shutdown` with −32600, and notifications are dropped then, all but `exit`. After
 * `shutdown` the server tells and asks nothing more. What is no message is refused with −32600 too.
 */
export class LifeCycle implements Transport {
  readonly reader: MessageReader
  readonly writer: MessageWriter
  private phase: 'new' | 'running' | 'shut-down' = 'new'
  /** The request that is starting the server; when it fails, the client may try again. */
  private initializing: Id | undefined

  constructor(private readonly inner: Transport) {
    const { reader, writer } = inner
    this.reader = {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback) => reader.listen((message) => this.receive(message, callback)),
      dispose: () => reader.dispose(),
    }
    this.writer = {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => this.send(message),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    }
  }

  /** Whether the client has asked the server to stop, after which it may end with 0. */
  get isShutDown(): boolean {
    return this.phase === 'shut-down'
  }

  private receive(message: unknown, callback: DataCallback): void {
    if (!isMessage(message)) this.refuse(null, ErrorCodes.InvalidRequest, t('This is no message of JSON-RPC 2.0.'))
    else if (Message.isRequest(message)) {
      const why = this.whyNot(message.method)
      if (why !== undefined) this.refuse(message.id, ...why)
      else {
        this.follow(message)
        callback(message)
      }
    } else if (!Message.isNotification(message) || this.phase === 'running' || message.method === ExitNotification.method) callback(message)
  }

  private follow({ method, id }: RequestMessage): void {
    if (method === InitializeRequest.method) {
      this.phase = 'running'
      this.initializing = id
    } else if (method === ShutdownRequest.method) this.phase = 'shut-down'
  }

  private whyNot(method: string): readonly [code: number, message: string] | undefined {
    switch (this.phase) {
      case 'new':
        return method === InitializeRequest.method
          ? undefined
          : [ErrorCodes.ServerNotInitialized, t('`{method}` came before `initialize`.', { method })]
      case 'running':
        return method === InitializeRequest.method ? [ErrorCodes.InvalidRequest, t('The server is initialized already.')] : undefined
      case 'shut-down':
        return [ErrorCodes.InvalidRequest, t('`{method}` came after `shutdown`.', { method })]
    }
  }

  private send(message: Message): Promise<void> {
    if (Message.isResponse(message)) {
      if (message.id === this.initializing) {
        if (message.error) this.phase = 'new'
        this.initializing = undefined
      }
    } else if (this.isShutDown) return Promise.resolve()
    return this.inner.writer.write(message)
  }

  private refuse(id: Id, code: number, message: string): void {
    const answer = { jsonrpc: '2.0', id, error: { code, message } }
    this.inner.writer.write(answer).catch(() => undefined)
  }
}

/** What a client sends need not be a message: its parameters may be a number, a cancellation may name no request. */
function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false
  const message = value as Message // any object can be asked what it is
  if (Message.isResponse(message)) return true
  if (!Message.isRequest(message) && !Message.isNotification(message)) return false
  const params: unknown = message.params ?? {}
  return typeof params === 'object' && (message.method !== '$/cancelRequest' || Object.hasOwn(params ?? {}, 'id'))
}
