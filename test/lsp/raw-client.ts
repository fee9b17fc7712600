import { type ChildProcess, spawn } from 'node:child_process'
import { folder, launcher } from '../cli/mops.js'

export interface Answer {
  readonly id?: string | number | null
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** Bytes for a message, framed as the protocol asks. */
export function framed(message: unknown): string {
  const text = typeof message === 'string' ? message : JSON.stringify(message)
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** The server over stdio, and a client that writes whatever bytes it likes. */
export class RawClient {
  readonly process: ChildProcess
  readonly answers: Answer[] = []
  /** The exit code. */
  readonly ended: Promise<number | null>
  stderr = ''
  private rest = Buffer.alloc(0)
  private waiting: (() => void)[] = []
  private lastId = 0

  constructor() {
    this.process = spawn(process.execPath, [launcher, 'lsp', '--stdio'], { cwd: folder({}), stdio: ['pipe', 'pipe', 'pipe'] })
    this.process.stdout?.on('data', (chunk: Buffer) => this.take(chunk))
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    // The server may have ended before all is written.
    this.process.stdin?.on('error', () => undefined)
    this.ended = new Promise((resolve) => this.process.once('close', resolve))
  }

  write(bytes: string | Buffer): void {
    this.process.stdin?.write(bytes)
  }

  notify(method: string, params?: unknown): void {
    this.write(framed({ jsonrpc: '2.0', method, params }))
  }

  /** The answer to a request. Fails when the server ends instead. */
  async ask(method: string, params?: unknown): Promise<Answer> {
    const id = ++this.lastId
    this.write(framed({ jsonrpc: '2.0', id, method, params }))
    return this.answer((one) => one.id === id && one.method === undefined)
  }

  /** The first answer of a kind, which may have come already. */
  async answer(isWanted: (answer: Answer) => boolean): Promise<Answer> {
    const hasEnded = this.ended.then(() => true)
    for (;;) {
      const found = this.answers.find(isWanted)
      if (found) return found
      const next = new Promise<false>((resolve) => this.waiting.push(() => resolve(false)))
      if (await Promise.race([next, hasEnded])) throw new Error(`The server has ended: ${this.stderr}`)
    }
  }

  initialize(): Promise<Answer> {
    return this.ask('initialize', { processId: null, rootUri: null, capabilities: {} })
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk])
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.rest.toString('latin1'))
      const end = head ? head[0].length + Number(head[1]) : Number.POSITIVE_INFINITY
      if (!head || this.rest.length < end) break
      this.answers.push(JSON.parse(this.rest.toString('utf8', head[0].length, end)))
      this.rest = this.rest.subarray(end)
    }
    for (const wake of this.waiting.splice(0)) wake()
  }
}
