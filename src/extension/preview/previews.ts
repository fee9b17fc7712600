import { t } from '@vscode/l10n'
import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode'
import { panelState } from '../../preview/messages.js'
import type { PlanServer } from '../plan-server.js'
import { PreviewPanel } from './preview-panel.js'

const viewType = 'mops.preview'

/** All previews: at most one follows the editor, besides any number that are locked to a plan. */
export class Previews extends Disposable {
  private readonly panels = new Set<PreviewPanel>()

  constructor(
    private readonly server: PlanServer,
    private readonly extension: Uri,
  ) {
    const serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => this.restore(panel, state),
    })
    super(() => Disposable.from(serializer, ...this.panels).dispose())
  }

  /** Opens the preview of the plan that a document belongs to: the one that shows it, else the one that follows, else a new one. */
  async open(document: Uri, name?: string): Promise<void> {
    const all = [...this.panels]
    const known = all.find((panel) => panel.shows(document)) ?? all.find((panel) => !panel.isLocked)
    if (known) {
      await known.open(document, name)
      return
    }
    const panel = window.createWebviewPanel(viewType, t('Plan'), { viewColumn: ViewColumn.Beside, preserveFocus: true })
    await this.add(panel, document, false).open(document, name)
  }

  /** What the preview itself kept says which plan it showed. */
  private restore(panel: WebviewPanel, state: unknown): void {
    const { success, data } = panelState.safeParse(state)
    if (success) this.add(panel, Uri.parse(data.uri), data.isLocked)
    else this.add(panel, window.activeTextEditor?.document.uri, false)
  }

  private add(panel: WebviewPanel, target: Uri | undefined, isLocked: boolean): PreviewPanel {
    const preview = new PreviewPanel(panel, this.server, this.extension, target, isLocked)
    this.panels.add(preview)
    panel.onDidDispose(() => {
      this.panels.delete(preview)
      preview.dispose()
    })
    return preview
  }
}
