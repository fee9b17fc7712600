import { t } from '@vscode/l10n'
import { commands, type Diagnostic, Disposable, languages, type QuickPickItem, Uri, window, workspace } from 'vscode'
import { explainRequest } from '../language/protocol.js'
import type { PlanServer } from './plan-server.js'

const scheme = 'mops-rule'

/** `mops.explainRule` and the pages that it shows. */
export function registerRulePages(server: PlanServer): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        const code = path.replace(/^\//, '').replace(/\.md$/, '')
        return (await server.ask(explainRequest, { code }))?.markdown ?? t('There is no rule {code}.', { code })
      },
    }),
    commands.registerCommand('mops.explainRule', async (code?: unknown) => {
      const wanted = typeof code === 'string' ? code : await askForCode()
      if (wanted) await showPage(server, wanted)
    }),
  )
}

async function showPage(server: PlanServer, code: string): Promise<void> {
  if (!(await server.ask(explainRequest, { code }))) {
    await window.showWarningMessage(
      t('There is no rule {code}. A code is a family and a name, for example smart/baseline-missing.', { code }),
    )
    return
  }
  const page = Uri.from({ scheme, path: `/${code}.md` })
  try {
    await commands.executeCommand('markdown.showPreview', page)
  } catch {
    // The Markdown extension can be switched off.
    await window.showTextDocument(page, { preview: true })
  }
}

/** The rules behind the findings of the active file, those of the cursor's line first; any other code can be typed. */
function askForCode(): Promise<string | undefined> {
  const offered = codesOfActiveFile()
  const pick = window.createQuickPick()
  pick.title = t('Explain a rule')
  pick.placeholder = t('A rule of this file, or type a code such as smart/baseline-missing')
  pick.items = offered
  pick.onDidChangeValue((typed) => {
    const own = /^[a-z-]+\/[a-z-]+$/.test(typed) && !offered.some(({ label }) => label === typed)
    pick.items = own ? [{ label: typed }, ...offered] : offered
  })
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label)
      pick.hide()
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

function codesOfActiveFile(): readonly QuickPickItem[] {
  const editor = window.activeTextEditor
  if (!editor) return []
  const line = editor.selection.active.line
  const isHere = ({ range }: Diagnostic) => (range.start.line <= line && line <= range.end.line ? 0 : 1)
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'mops')
  const items = new Map<string, QuickPickItem>()
  for (const diagnostic of found.toSorted((a, b) => isHere(a) - isHere(b))) {
    const { code, message } = diagnostic
    const label = String(typeof code === 'object' ? code.value : code)
    if (!items.has(label)) items.set(label, { label, detail: message })
  }
  return [...items.values()]
}
