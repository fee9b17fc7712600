import { type ChildProcess, spawn } from 'node:child_process'
import type { Diagnostic, InitializeResult, WorkspaceEdit } from 'vscode-languageserver'
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

/** The server as a real process over stdio, and a client that speaks with it. */
export class StdioClient {
  readonly connection: MessageConnection
  readonly process: ChildProcess
  readonly diagnostics = new Map<string, readonly Diagnostic[]>()
  /** The edits that the server has asked for. */
  readonly edits: WorkspaceEdit[] = []
  /** How often diagnostics were published. */
  published = 0
  private waiting: { readonly isDone: () => boolean; readonly resolve: () => void }[] = []
  private version = 1

  constructor(command: readonly string[], cwd: string) {
    const [program = 'node', ...args] = command
    this.process = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] })
    const { stdin, stdout } = this.process
    if (!stdin || !stdout) throw new Error('The server has no pipes.')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics)
      this.published++
      this.look()
    })
    this.connection.onRequest('client/registerCapability', () => null)
    this.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      this.edits.push(edit)
      return { applied: true }
    })
    this.connection.onRequest('window/workDoneProgress/create', () => null)
    this.connection.listen()
  }

  async start(folder: string, more: object = {}): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'plans' }],
      capabilities: { workspace: { workspaceFolders: true }, window: { workDoneProgress: true } },
      ...more,
    })
    await this.connection.sendNotification('initialized', {})
    return result
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mops', version: 1, text } })
  }

  change(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ text }],
    })
  }

  /** All that the server says of a document, once everything is read and judged; what it publishes may still be a part of that. */
  async pulled(uri: string): Promise<readonly Diagnostic[]> {
    const report: { readonly items: readonly Diagnostic[] } = await this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    })
    return report.items
  }

  /** Waits until something holds; it is looked at again whenever diagnostics arrive. */
  until(isDone: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ isDone, resolve })
      this.look()
    })
  }

  private look(): void {
    const done = this.waiting.filter(({ isDone }) => isDone())
    this.waiting = this.waiting.filter((one) => !done.includes(one))
    for (const { resolve } of done) resolve()
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve))
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    this.connection.dispose()
    return ended
  }
}
