import { t } from '@vscode/l10n'
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type InitializationOptions, planChangedNotification, type Settings, settingsSection } from '../protocol.js'
import type { JudgedPlan } from '../workspace/workspace.js'
import { Diagnostics } from './diagnostics.js'
import type { FilesOfFolder } from './folder-files.js'
import { internalFault } from './internal-fault.js'
import { statusOf } from './plans.js'
import type { Provider, Server } from './provider.js'
import { providers } from './server-module.js'
import { type Outcome, Session } from './session.js'

/**
 * Starts the language server on a connection. The parser is Langium's; names, findings and everything that an editor shows come from the
 * one engine, so that nothing is linked or validated twice and an edit is judged for every plan that the file belongs to. `more` is what
 * this server does besides.
 */
export function startServer(
  connection: Connection,
  filesFor: (options: InitializationOptions) => FilesOfFolder,
  more: readonly Provider[] = [],
): void {
  connection.onInitialize((params) => {
    const server = new RunningServer(connection, filesFor, params, [...providers, ...more])
    return server.result
  })
  connection.listen()
}

class RunningServer {
  readonly result: InitializeResult
  private readonly server: Server
  private readonly documents = new TextDocuments(TextDocument)
  private readonly progress: Progress
  private readonly told = new Set<string>()
  private readonly known = new WeakSet<JudgedPlan>()

  constructor(
    connection: Connection,
    filesFor: (options: InitializationOptions) => FilesOfFolder,
    params: InitializeParams,
    private readonly offered: readonly Provider[],
  ) {
    const options: InitializationOptions = params.initializationOptions ?? {}
    const { capabilities } = params
    this.progress = new Progress(connection, capabilities.window?.workDoneProgress === true)
    const session = new Session(filesFor(options), {
      quick: (outcome) => this.server.diagnostics.takeQuick(outcome),
      judged: (outcomes) => this.judged(outcomes),
      indexing: (done, total) => this.progress.report(done, total),
      failed: (error) => connection.console.error(internalFault(error)),
    })
    const isPushed = options.diagnostics !== 'pull'
    const diagnostics = new Diagnostics(connection, () => ({ isPushed, rulePages: options.rulePages }))
    this.server = { connection, session, diagnostics, options, client: capabilities }
    this.result = { capabilities: capabilitiesOf(isPushed, offered), serverInfo: { name: 'mops' } }
    this.listen(params)
  }

  private listen(params: InitializeParams): void {
    const { connection, session } = this.server
    const { workspace } = params.capabilities
    for (const provider of this.offered) provider.attach(this.server)
    this.documents.onDidChangeContent(({ document }) => {
      const text: unknown = document.getText()
      // What a client sends instead would be a fault in every answer from then on.
      if (typeof text === 'string') session.openOrChange(document.uri, text)
    })
    this.documents.onDidClose(({ document }) => session.close(document.uri))
    this.documents.listen(connection)
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) session.fileChanged(uri, type === FileChangeType.Deleted)
    })
    connection.onInitialized(async () => {
      const { folders, settings } = { folders: foldersOf(params), settings: await this.settings(workspace?.configuration === true) }
      session.applySettings(settings)
      session.addFolders(folders)
      if (workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          session.removeFolders(removed.map(({ uri }) => uri))
          session.addFolders(added.map(({ uri }) => uri))
        })
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
      if (workspace?.didChangeConfiguration?.dynamicRegistration)
        connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection })
    })
    connection.onDidChangeConfiguration(async ({ settings }) => {
      const sent: Settings | undefined = settings?.[settingsSection]
      session.applySettings(sent ?? (await this.settings(workspace?.configuration === true)))
      if (workspace?.codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.method)
      if (workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh()
    })
  }

  private async settings(canAsk: boolean): Promise<Settings> {
    return canAsk ? ((await this.server.connection.workspace.getConfiguration(settingsSection)) ?? {}) : {}
  }

  private judged(outcomes: readonly Outcome[]): void {
    const { connection, diagnostics } = this.server
    this.progress.done()
    diagnostics.take(outcomes)
    const present = new Set(outcomes.flatMap(({ folder, plans }) => plans.map(({ root }) => folder.uriOf(root))))
    const removed = [...this.told].filter((uri) => !present.has(uri))
    for (const uri of removed) this.told.delete(uri)
    const isNew = (judgement: JudgedPlan) => !this.known.has(judgement)
    const plans = outcomes.flatMap(({ folder, plans }) => plans.filter(isNew).map((plan) => statusOf(folder, plan)))
    for (const outcome of outcomes) for (const judgement of outcome.plans) this.known.add(judgement)
    for (const { uri } of plans) this.told.add(uri)
    if (plans.length > 0 || removed.length > 0) connection.sendNotification(planChangedNotification.method, { plans, removed })
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri)
  return rootUri ? [rootUri] : []
}

function capabilitiesOf(isPushed: boolean, offered: readonly Provider[]): ServerCapabilities {
  return Object.assign(
    {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    } satisfies ServerCapabilities,
    ...offered.map((provider) => provider.capabilities),
    isPushed ? {} : { diagnosticProvider: { identifier: 'mops', interFileDependencies: true, workspaceDiagnostics: true } },
  )
}

/** Shows that the workspace is being read, where the client can show it. */
class Progress {
  private reporter: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined

  constructor(
    private readonly connection: Connection,
    private readonly isSupported: boolean,
  ) {}

  report(done: number, total: number): void {
    if (!this.isSupported || done >= total) return
    const begin = () => {
      const reporter = this.connection.window.createWorkDoneProgress()
      reporter.then((progress) => progress.begin(t('Reading plans'), 0)).catch(() => undefined)
      return reporter
    }
    this.reporter ??= begin()
    this.reporter
      .then((progress) => progress.report(Math.round((100 * done) / total), t('{done} of {total}', { done, total })))
      .catch(() => undefined)
  }

  done(): void {
    this.reporter?.then((progress) => progress.done()).catch(() => undefined)
    this.reporter = undefined
  }
}
