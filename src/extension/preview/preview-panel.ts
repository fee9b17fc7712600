import { t } from '@vscode/l10n'
import { commands, Disposable, type ExtensionContext, env, type TextEditor, Uri, ViewColumn, type WebviewPanel, window } from 'vscode'
import {
  type EditReply,
  elementAtRequest,
  locateRequest,
  type PlanStatus,
  planRequest,
  setBlockedRequest,
  setMarkRequest,
  setProgressRequest,
} from '../../language/protocol.js'
import { unpackPlan } from '../../plan/packed-plan.js'
import { type HostMessage, hostMessage, type PreviewMessage, previewMessage } from '../../preview/messages.js'
import { planView } from '../../preview/plan-view.js'
import { holds, type PlanServer, type PlansChanged } from '../plan-server.js'
import { showLocation } from '../show-location.js'
import { previewFolder, previewPage } from './preview-page.js'

const viewType = 'mops.preview'
const memory = 'mops.preview'

interface Kept {
  readonly uri: string
  readonly isLocked: boolean
}

/**
 * The preview beside the editor: shows the plan of the active editor, or the one that it is locked to. It sends the plan as data and carries
 * out what the reader wishes through the server; the text stays the only truth.
 */
export class PreviewPanel extends Disposable {
  private panel: WebviewPanel | undefined
  /** The document that was asked for; the plan is the one that it belongs to. */
  private target: Uri | undefined
  private plan: PlanStatus | undefined
  private isLocked = false
  private isReady = false
  private wanted: string | undefined
  private sending: Promise<void> | undefined
  private isStale = false
  private cursor: string | null = null
  private readonly listeners: Disposable[]

  constructor(
    private readonly server: PlanServer,
    private readonly context: ExtensionContext,
  ) {
    super(() => Disposable.from(...this.listeners, ...(this.panel ? [this.panel] : [])).dispose())
    this.listeners = [
      server.onPlansChanged((change) => this.plansChanged(change)),
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.showCursor(textEditor)),
      window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: async (panel) => this.restore(panel) }),
    ]
  }

  /** Opens or shows the preview of the plan that a document belongs to; with a name, at that element. */
  async open(document: Uri, name?: string): Promise<void> {
    this.target = document
    this.wanted = name
    if (this.panel) {
      this.panel.reveal(undefined, true)
      await this.send()
      return
    }
    const panel = window.createWebviewPanel(viewType, t('Plan'), { viewColumn: ViewColumn.Beside, preserveFocus: true })
    this.attach(panel)
  }

  private restore(panel: WebviewPanel): void {
    const kept = this.context.workspaceState.get<Kept>(memory)
    this.target = kept ? Uri.parse(kept.uri) : window.activeTextEditor?.document.uri
    this.isLocked = kept?.isLocked ?? false
    this.attach(panel)
  }

  private attach(panel: WebviewPanel): void {
    const folder = previewFolder(this.context.extensionUri)
    this.panel = panel
    this.isReady = false
    panel.iconPath = Uri.joinPath(this.context.extensionUri, 'icons', 'mops.png')
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder], enableCommandUris: false, enableForms: true }
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message))
    panel.onDidDispose(() => {
      this.panel = undefined
      this.plan = undefined
      this.isLocked = false
    })
    panel.webview.html = previewPage(panel.webview, folder, env.language)
  }

  private plansChanged({ plans, removed }: PlansChanged): void {
    if (!this.panel || !this.target) return
    const target = this.target
    const isConcerned = plans.some((plan) => plan.uri === this.plan?.uri || holds(plan, target)) || removed.includes(this.plan?.uri ?? '')
    if (isConcerned) this.send()
  }

  private async follow(editor: TextEditor | undefined): Promise<void> {
    if (!this.panel || this.isLocked || editor?.document.languageId !== 'mops') return
    const isOther = !this.plan || !holds(this.plan, editor.document.uri)
    this.target = editor.document.uri
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
      const reply = await this.server.ask(planRequest, this.isLocked && this.plan ? { uri, root: this.plan.uri } : { uri })
      if (!this.panel) return
      if (!reply) {
        this.post({ type: 'nothing', reason: t('This file is no part of a plan.') })
        continue
      }
      this.plan = reply.status
      this.panel.title = t('Plan: {title}', { title: reply.status.title || reply.status.name })
      this.post({ type: 'plan', plan: planView(unpackPlan(reply.plan), reply.findings), isLocked: this.isLocked })
      if (this.wanted !== undefined) this.post({ type: 'show', name: this.wanted })
      this.wanted = undefined
      await this.remember()
    }
  }

  private async showCursor(editor: TextEditor): Promise<void> {
    if (!this.isReady || !this.plan || !holds(this.plan, editor.document.uri)) return
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
      this.isLocked = message.isLocked
      await this.follow(window.activeTextEditor)
      await this.send()
    } else if (message.type === 'reveal') {
      const found = await this.server.ask(locateRequest, { uri, place: message.at })
      if (found) await showLocation(this.server, found)
    } else if (message.type === 'setMark') {
      const { name, item, mark } = message
      this.answer(await this.server.ask(setMarkRequest, { uri, name, mark, ...(item !== undefined && { item }) }))
    } else if (message.type === 'setProgress') {
      this.answer(await this.server.ask(setProgressRequest, { uri, name: message.name, percent: message.percent }))
    } else {
      this.answer(await this.server.ask(setBlockedRequest, { uri, name: message.name, because: message.because }))
    }
  }

  private answer({ applied, reason }: EditReply): void {
    if (!applied) this.post({ type: 'refused', reason: reason ?? t('The text could not be changed.') })
  }

  /** Whatever leaves was parsed as what the preview expects. */
  private post(message: HostMessage): void {
    this.panel?.webview.postMessage(hostMessage.parse(message))
  }

  private async remember(): Promise<void> {
    if (this.plan) await this.context.workspaceState.update(memory, { uri: this.plan.uri, isLocked: this.isLocked } satisfies Kept)
  }
}
