import { EventEmitter, Uri, type WorkspaceFolder } from 'vscode'
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient'
import { internalFault } from '../language/lsp/internal-fault.js'
import {
  clientCommands,
  type InitializationOptions,
  type ParamsOf,
  type PlanStatus,
  planChangedNotification,
  type RequestOf,
} from '../language/protocol.js'

export type PlansChanged = ParamsOf<typeof planChangedNotification>

/** The language server, as the rest of the extension sees it: typed requests and one event. */
export class PlanServer {
  private readonly changed = new EventEmitter<PlansChanged>()
  /** Fires after the findings of plans were published anew. */
  readonly onPlansChanged = this.changed.event

  private readonly ended = new EventEmitter<void>()
  /** Fires when the server has ended, though another may be started at once. */
  readonly onEnded = this.ended.event

  constructor(readonly client: BaseLanguageClient) {
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) this.ended.fire()
    })
    client.onNotification(planChangedNotification.method, (params: PlansChanged) => this.changed.fire(params))
  }

  /** Waits until the server runs; rejects when it cannot be started. */
  async ask<Params, Result>(request: RequestOf<Params, Result>, params: Params): Promise<Result> {
    await this.client.start()
    return this.client.sendRequest<Result>(request.method, params)
  }

  /** Does what nobody waits for. When it fails, as while the server starts anew, the log says so and nothing else happens. */
  inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.client.error(internalFault(error), undefined, false))
  }

  /** Starts the server anew, also where it has ended by itself or could not be started. */
  async restart(): Promise<void> {
    if (this.client.isRunning()) await this.client.stop()
    await this.client.start()
  }

  async dispose(): Promise<void> {
    this.changed.dispose()
    this.ended.dispose()
    await this.client.dispose()
  }
}

/** True for the plan that a document belongs to. */
export function holds(plan: PlanStatus, document: Uri): boolean {
  const uri = document.toString()
  return plan.files.some((file) => Uri.parse(file).toString() === uri)
}

/** What both kinds of client (Node and browser) start with. */
export function clientOptions(folders: readonly WorkspaceFolder[], readsAlwaysThroughClient: boolean): LanguageClientOptions {
  const options: InitializationOptions = {
    clientCommands: Object.values(clientCommands),
    readsThroughClient: readsAlwaysThroughClient || folders.some(({ uri }) => uri.scheme !== 'file'),
  }
  return {
    documentSelector: [{ language: 'mops' }],
    initializationOptions: options,
    outputChannelName: 'mops',
    middleware: {
      // The page of a rule opens in the editor itself, without a network.
      handleDiagnostics(uri, diagnostics, next) {
        for (const diagnostic of diagnostics) {
          const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code
          if (typeof code === 'string')
            diagnostic.code = { value: code, target: Uri.parse(`command:mops.explainRule?${JSON.stringify([code])}`) }
        }
        next(uri, diagnostics)
      },
    },
  }
}
