import { t } from '@vscode/l10n'
import { commands, Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode'
import {
  type EditReply,
  elementAtRequest,
  intentRequest,
  type PlanStatus,
  setBlockedRequest,
  setMarkRequest,
  setProgressRequest,
} from '../../language/protocol.js'
import { type HostMessage, hostMessage, type PreviewMessage, previewMessage } from '../../preview/messages.js'
import { holds, type PlanServer, type PlansChanged } from '../plan-server.js'
import { showLocation } from '../show-location.js'
import { previewFolder, previewPage } from './preview-page.js'
import { type ViewReply, viewPlaceRequest, viewRequest } from './view-request.js'

/**
 * One preview: shows the plan of the active editor, or the one that it is locked to. It sends the plan as data and carries out what the
 * reader wishes through the server; the text stays the only truth.
 */
export class PreviewPanel extends Disposable {
  private plan: PlanStatus | undefined
  private isReady = false
  private isGone = false
  private wanted: string | undefined
  private sending: Promise<void> | undefined
  private isStale = false
  private cursor: string | null = null
  /** The state of the text that the page shows. */
  private version: number | undefined
  /** The document that the page has changed last. */
  private edited: Uri | undefined
  /** What the page has been sent last. */
  private known: { readonly of: string; readonly revision: number } | undefined
  private readonly listeners: Disposable[]

  constructor(
    private readonly panel: WebviewPanel,
    private readonly server: PlanServer,
    extension: Uri,
    /** The document that was asked for; the plan is the one that it belongs to. */
    private target: Uri | undefined,
    private isStaying: boolean,
  ) {
    super(() => {
      this.isGone = true
      Disposable.from(...this.listeners, panel).dispose()
    })
    const folder = previewFolder(extension)
    panel.iconPath = Uri.joinPath(extension, 'icons', 'mops.png')
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder], enableCommandUris: false, enableForms: true }
    this.listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => server.inBackground(this.receive(message))),
      server.onPlansChanged((change) => this.plansChanged(change)),
      window.onDidChangeActiveTextEditor(() => server.inBackground(this.follow())),
      window.onDidChangeTextEditorSelection(() => server.inBackground(this.showCursor())),
    ]
    panel.webview.html = previewPage(panel.webview, folder, env.language, l10n.bundle)
  }

  /** It stays with its plan, whatever is open in the editor. */
  get isLocked(): boolean {
    return this.isStaying
  }

  /** True when it shows the plan that a document belongs to. */
  shows(document: Uri): boolean {
    return this.plan !== undefined && holds(this.plan, document)
  }

  /** Shows the plan that a document belongs to; with a name, at that element. */
  async open(document: Uri, name?: string): Promise<void> {
    this.target = document
    this.wanted = name
    this.panel.reveal(undefined, true)
    await this.send()
  }

  private plansChanged({ plans, removed }: PlansChanged): void {
    const { target } = this
    if (!target) return
    const isConcerned = plans.some((plan) => plan.uri === this.plan?.uri || holds(plan, target)) || removed.includes(this.plan?.uri ?? '')
    if (isConcerned) this.server.inBackground(this.send())
  }

  private async follow(): Promise<void> {
    const document = window.activeTextEditor?.document
    if (this.isLocked || document?.languageId !== 'mops') return
    const isOther = !this.shows(document.uri)
    this.target = document.uri
    if (isOther) await this.send()
  }

  /** Sends the plan as it is now. While one is on its way, a newer one waits, and only the newest is sent. */
  private send(): Promise<void> {
    this.isStale = true
    this.sending ??= this.sendNewest().finally(() => {
      this.sending = undefined
    })
    return this.sending
  }

  private async sendNewest(): Promise<void> {
    while (this.isStale && this.isReady && this.target) {
      this.isStale = false
      const uri = this.target.toString()
      const { known } = this
      const reply = await this.server.ask(viewRequest, {
        uri,
        ...(this.isLocked && this.plan && { root: this.plan.uri }),
        ...(known && { known }),
      })
      if (!reply) {
        this.known = undefined
        this.post({ type: 'nothing', reason: t('This file is no part of a plan.') })
        continue
      }
      if (this.isGone) return
      if (this.known !== known && !reply.plan) {
        this.isStale = true // the page was loaded anew meanwhile and has nothing that a change could be applied to
        continue
      }
      this.plan = reply.status
      this.version = reply.version
      const title = reply.status.title || reply.status.name
      this.panel.title = this.isLocked ? t('Plan: {title} (locked)', { title }) : t('Plan: {title}', { title })
      this.postPlan(reply)
      if (this.wanted !== undefined) this.post({ type: 'show', name: this.wanted })
      this.wanted = undefined
    }
  }

  private postPlan({ status, revision, plan, patch }: ViewReply): void {
    const panel = { uri: status.uri, isLocked: this.isLocked }
    this.known = { of: status.uri, revision }
    this.post(plan ? { type: 'plan', plan, panel } : { type: 'change', ...(patch && { patch }), panel })
  }

  private async showCursor(): Promise<void> {
    const editor = window.activeTextEditor
    if (!this.isReady || !editor || !this.shows(editor.document.uri)) return
    const range = this.server.client.code2ProtocolConverter.asRange(editor.selection)
    const element = await this.server.ask(elementAtRequest, { uri: editor.document.uri.toString(), range })
    const name = element?.name || null
    if (name === this.cursor) return
    this.cursor = name
    this.post({ type: 'cursor', name })
  }

  private async receive(received: unknown): Promise<void> {
    const { success, data } = previewMessage.safeParse(received)
    if (success) await this.carryOut(data)
  }

  private async carryOut(message: PreviewMessage): Promise<void> {
    if (message.type === 'ready') {
      this.isReady = true
      this.cursor = null
      this.known = undefined
      await this.send()
      return
    }
    if (message.type === 'explain') {
      await commands.executeCommand('mops.explainRule', message.code)
      return
    }
    const uri = this.plan?.uri
    if (uri === undefined) return
    if (message.type === 'lock') {
      this.isStaying = message.isLocked
      await this.follow()
      await this.send()
    } else if (message.type === 'wish') {
      await this.wish(uri, message)
    } else if (message.type === 'undo' || message.type === 'redo') {
      await this.inEditor(message.type, this.edited ?? Uri.parse(uri))
    } else if (message.type === 'reveal') {
      await this.reveal(uri, message.at)
    } else if (message.type === 'setMark') {
      const { name, item, mark } = message
      this.answer(await this.server.ask(setMarkRequest, { uri, name, mark, ...(item !== undefined && { item }) }))
    } else if (message.type === 'setProgress') {
      this.answer(await this.server.ask(setProgressRequest, { uri, name: message.name, percent: message.percent }))
    } else {
      this.answer(await this.server.ask(setBlockedRequest, { uri, name: message.name, because: message.because }))
    }
  }

  private async reveal(of: string, at: number): Promise<void> {
    const found = await this.server.ask(viewPlaceRequest, { of, at })
    if (found) await showLocation(this.server, found)
  }

  private async wish(uri: string, { id, intents, isSure, push }: Extract<PreviewMessage, { type: 'wish' }>): Promise<void> {
    const { version } = this
    const reply = await this.server.ask(intentRequest, {
      uri,
      root: uri,
      intents,
      push,
      unlessHarmful: !isSure,
      ...(version !== undefined && { version }),
    })
    const [changed] = reply.applied ? (reply.uris ?? []) : []
    if (changed !== undefined) this.edited = Uri.parse(changed)
    this.post({ type: 'answer', id, reply })
    if (reply.applied || reply.isOutdated) await this.send()
  }

  /** Undo and redo are the editor's own: it has to have the focus for them, which then comes back. */
  private async inEditor(command: 'undo' | 'redo', document: Uri): Promise<void> {
    const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.toString())
    await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.One, preserveFocus: false })
    await commands.executeCommand(command)
    this.panel.reveal(this.panel.viewColumn, false)
  }

  private answer({ applied, reason }: EditReply): void {
    if (!applied) this.post({ type: 'refused', reason: reason ?? t('The text could not be changed.') })
  }

  /** Whatever leaves was parsed as what the preview expects. */
  private post(message: HostMessage): void {
    if (!this.isGone) this.panel.webview.postMessage(hostMessage.parse(message))
  }
}
