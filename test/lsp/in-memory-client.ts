import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type DataCallback,
  type Disposable,
  type Message,
  ProposedFeatures,
} from 'vscode-languageserver/node'

export interface Answer {
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

interface Packet extends Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: Answer['error']
}

class Reader extends AbstractMessageReader {
  receive: (message: Packet) => void = () => {}

  listen(callback: DataCallback): Disposable {
    this.receive = callback
    return { dispose: () => {} }
  }
}

class Writer extends AbstractMessageWriter {
  constructor(private readonly take: (message: Packet) => void) {
    super()
  }

  async write(message: Packet): Promise<void> {
    // As on a wire, where objects do not stay the same.
    this.take(JSON.parse(JSON.stringify(message)))
  }

  end(): void {}
}

/** Names of messages that want no answer. */
const notifications = /^(?:\$|textDocument\/did|workspace\/did|window\/)/

/** How many seconds a request may take. Those in which a busy machine does not let this process run do not count. */
const patience = 60

/** A client that speaks with a server in the same process. */
export class InMemoryClient {
  /** What the server has logged as an error. */
  readonly errors: string[] = []
  private readonly reader = new Reader()
  private readonly waiting = new Map<number | string, (answer: Answer) => void>()
  private count = 0

  /** `answers` is what this client says to requests of the server, by method. */
  constructor(
    start: (connection: Connection) => void,
    private readonly answers: Readonly<Record<string, (params: unknown) => unknown>> = {},
  ) {
    const connection = createConnection(ProposedFeatures.all, this.reader, new Writer((message) => this.take(message)))
    start(connection)
  }

  send(method: string, params: unknown): Promise<Answer> {
    if (!notifications.test(method)) return this.request(method, params)
    this.notify(method, params)
    return Promise.resolve({})
  }

  notify(method: string, params: unknown): void {
    this.receive({ jsonrpc: '2.0', method, params })
  }

  request(method: string, params: unknown): Promise<Answer> {
    const id = ++this.count
    return new Promise((resolve, reject) => {
      let seconds = 0
      const timer = setInterval(() => {
        if (++seconds < patience) return
        clearInterval(timer)
        reject(new Error(`${method} has no answer`))
      }, 1000)
      this.waiting.set(id, (answer) => {
        clearInterval(timer)
        resolve(answer)
      })
      this.receive({ jsonrpc: '2.0', id, method, params })
    })
  }

  private receive(message: Packet): void {
    this.reader.receive(message)
  }

  private take({ id, method, params, result, error }: Packet): void {
    if (method === undefined) {
      if (id === undefined) return
      this.waiting.get(id)?.(error ? { error } : { result })
      this.waiting.delete(id)
    } else if (id !== undefined) {
      this.receive({ jsonrpc: '2.0', id, result: this.answers[method]?.(params) ?? null })
    } else if (method === 'window/logMessage' && isError(params)) {
      this.errors.push(params.message)
    }
  }
}

function isError(params: unknown): params is { readonly message: string } {
  return typeof params === 'object' && params !== null && 'type' in params && params.type === 1
}
