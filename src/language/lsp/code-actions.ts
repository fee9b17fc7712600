import { t } from '@vscode/l10n'
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic, type Range } from 'vscode-languageserver'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Finding, Fix } from '../../plan/elements/finding.js'
import { placeholderReason } from '../../rules/wording/placeholder-reason.js'
import type { TextEdit } from '../edits/text-edit.js'
import { applyEdits, editsOfFix } from '../edits/text-edits.js'
import { editContext } from './commands.js'
import { diagnosticOf } from './diagnostics.js'
import { workspaceEdit } from './edits-for-client.js'
import { elementsAround } from './places.js'
import { answering, type Provider } from './provider.js'
import { refactorings } from './refactorings.js'
import { ruleOf } from './rule-text.js'
import type { FileView } from './session.js'

/** Quick fixes of findings, "ignore here", refactorings of the element at the cursor, and all safe fixes of a file at once. */
export const codeActions: Provider = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.SourceFixAll] },
  },
  attach(server) {
    server.connection.onCodeAction(
      answering<CodeActionParams, CodeAction[]>(server, [], (view, { range, context }) => codeActionsAt(view, range, context.only)),
    )
  },
}

/** The actions for a range; with `only` those of these kinds. */
export function codeActionsAt(view: FileView, range: Range, only?: readonly string[]): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const start = view.folder.offsetAt(view.path, range.start)
  const end = view.folder.offsetAt(view.path, range.end)
  const all = isWanted(CodeActionKind.QuickFix) || isWanted(CodeActionKind.SourceFixAll) ? findingsOf(view) : []
  const here = all.filter(({ place }) => place.start <= end && start <= place.end)
  return [
    ...(isWanted(CodeActionKind.QuickFix)
      ? [...here.flatMap((finding) => quickFixes(view, finding)), ...here.flatMap((finding) => ignoring(view, finding))]
      : []),
    ...(isWanted(CodeActionKind.Refactor) ? refactorings(view, start) : []),
    ...(only && isWanted(CodeActionKind.SourceFixAll) ? fixAll(view, all) : []),
  ]
}

/** What any plan of the file says in it, each thing once. */
function findingsOf(view: FileView): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const { root } of view.plans)
    for (const finding of view.folder.judgedPlan(root)?.findings ?? [])
      if (finding.place.file === view.path) {
        const key = `${finding.code} ${finding.place.start} ${finding.place.end} ${finding.message}`
        if (!found.has(key)) found.set(key, finding)
      }
  return [...found.values()]
}

function quickFixes(view: FileView, finding: Finding): CodeAction[] {
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, view.folder, undefined)]
  return finding.fixes.flatMap((fix, index): CodeAction[] => {
    const edits = editsOfFix(fix, editContext(view))
    if (edits.length === 0) return []
    const edit = workspaceEdit(view.folder, edits)
    return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(index === 0 && { isPreferred: true }) }]
  })
}

function ignoring(view: FileView, finding: Finding): CodeAction[] {
  if (ruleOf(finding.code)?.cannotBeIgnored) return []
  const element = elementsAround(view.file, finding.place.start).at(-1)
  if (!element || !canIgnore(element)) return []
  const text = `ignore "${finding.code}" because "${placeholderReason()}"`
  const fix: Fix = {
    title: t('Ignore `{code}` here, with a reason', { code: finding.code }),
    isSafe: false,
    changes: [{ type: 'insert-clause', into: element.extent, text }],
  }
  return [
    {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, view.folder, undefined)],
      edit: workspaceEdit(view.folder, editsOfFix(fix, editContext(view))),
    },
  ]
}

function canIgnore(element: PlanElement): boolean {
  return element.kind !== 'actuals' && element.kind !== 'send'
}

/** All fixes of a file that need no judgement, as far as they do not overlap. */
function fixAll(view: FileView, findings: readonly Finding[]): CodeAction[] {
  const safe = findings.flatMap(({ fixes }) => fixes.filter(({ isSafe }) => isSafe).slice(0, 1))
  const edits = safe.flatMap((fix) => editsOfFix(fix, editContext(view))).filter(({ file }) => file === view.path)
  if (edits.length === 0) return []
  const { leftOut } = applyEdits(view.text, edits)
  const applied: TextEdit[] = edits.filter((edit) => !leftOut.includes(edit))
  return [
    { title: t('Apply all fixes that need no judgement'), kind: CodeActionKind.SourceFixAll, edit: workspaceEdit(view.folder, applied) },
  ]
}
