import { t } from '@vscode/l10n'
import { Disposable, StatusBarAlignment, type StatusBarItem, type TextEditor, window } from 'vscode'
import { type PlanStatus, statusRequest } from '../language/protocol.js'
import { countsText } from './finding-counts.js'
import { holds, type PlanServer } from './plan-server.js'

/** What is said about the plan of the active editor, and for which day. */
export class StatusBar extends Disposable {
  private readonly findings = item('mops.findings', t('mops: findings'), 'mops.showFindings', 91)
  private readonly date = item('mops.date', t('mops: stage and status date'), 'mops.setStatusDate', 90)
  private readonly listeners: Disposable[]
  private shown: PlanStatus | undefined

  constructor(private readonly server: PlanServer) {
    super(() => Disposable.from(...this.listeners, this.findings, this.date).dispose())
    this.listeners = [
      window.onDidChangeActiveTextEditor((editor) => server.inBackground(this.show(editor))),
      server.onPlansChanged(({ plans, removed }) => {
        const editor = window.activeTextEditor
        if (!editor) return
        const isConcerned = plans.some((plan) => holds(plan, editor.document.uri)) || (this.shown && removed.includes(this.shown.uri))
        if (isConcerned) server.inBackground(this.show(editor))
      }),
      server.onEnded(() => this.sayEnded()),
    ]
    server.inBackground(this.show(window.activeTextEditor))
  }

  private async show(editor: TextEditor | undefined): Promise<void> {
    if (editor?.document.languageId !== 'mops') {
      // An output panel or a preview takes the focus from the plan without leaving it.
      if (editor) this.say(undefined)
      return
    }
    const [plan] = await this.server.ask(statusRequest, { uri: editor.document.uri.toString() })
    if (window.activeTextEditor === editor) this.say(plan)
  }

  /** What it said of a plan is true no longer; the findings have gone with the server. */
  private sayEnded(): void {
    if (!this.shown) return
    this.findings.text = `$(debug-disconnect) ${t('mops: not running')}`
    this.findings.tooltip = t('The language server of mops has ended. Click to start it again.')
    this.findings.command = 'mops.restartServer'
    this.date.hide()
  }

  private say(plan: PlanStatus | undefined): void {
    this.shown = plan
    if (!plan) {
      this.findings.hide()
      this.date.hide()
      return
    }
    const { findings, stage, statusDate, title, name } = plan
    const counts = countsText(findings)
    const icon = findings.error > 0 ? '$(error)' : findings.warning > 0 ? '$(warning)' : '$(check)'
    this.findings.command = 'mops.showFindings'
    this.findings.text = `${icon} mops: ${counts}`
    this.findings.tooltip = t('{plan}: {findings}. Click to see them.', { plan: title || name, findings: counts })
    this.date.text = plan.isLibrary ? t('library') : `${stage} · ${statusDate.date}`
    this.date.tooltip = t('Status date {date}, {origin}. Click to set another.', {
      date: statusDate.date,
      origin: originText(statusDate.origin),
    })
    this.findings.show()
    this.date.show()
  }
}

function item(id: string, name: string, command: string, priority: number): StatusBarItem {
  const made = window.createStatusBarItem(id, StatusBarAlignment.Left, priority)
  made.name = name
  made.command = command
  return made
}

function originText(origin: PlanStatus['statusDate']['origin']): string {
  if (origin === 'option') return t('from the settings')
  return origin === 'asof' ? t('from the plan’s asof') : t('from the clock')
}
