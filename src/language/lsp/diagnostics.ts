import type { Connection } from 'vscode-languageserver'
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Finding, Severity } from '../../plan/elements/finding.js'
import { inOrder, isQuick } from '../../rules/engine/judge.js'
import { rulePage } from '../../rules/engine/rule-page.js'
import { rules } from '../../rules/generated/registry.js'
import { changeOf } from '../read/text-change.js'
import { movedFinding } from './moved-finding.js'
import type { PlanFolder } from './plan-folder.js'
import type { Outcome, QuickOutcome } from './session.js'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

const quickCodes: ReadonlySet<string> = new Set(rules.filter(isQuick).map(({ code }) => code))

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const

/** A finding as the editor shows it; its code links to the rule's page, below `pages` where the client has pages of its own. */
export function diagnosticOf(finding: Finding, folder: PlanFolder, pages: string | undefined): Diagnostic {
  return {
    range: folder.rangeOf(finding.place),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'mops',
    message: finding.message,
    codeDescription: { href: pages === undefined ? rulePage(finding.code) : `${pages.replace(/\/?$/, '/')}${finding.code}.md` },
    ...(finding.tags.length > 0 && { tags: finding.tags.map((tag) => tags[tag]) }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ place, message }) => ({ location: folder.locationOf(place), message })),
    }),
    data: { fingerprint: finding.fingerprint },
  }
}

interface Shown {
  readonly findings: readonly Finding[]
  /** Of the file itself. */
  readonly text: string | undefined
  readonly texts: readonly (string | undefined)[]
  readonly diagnostics: Diagnostic[]
  readonly id: string
}

/** The diagnostics of every file as they are now, and what has changed since they were last told. */
export class Diagnostics {
  private shown = new Map<string, Shown>()
  private count = 0

  constructor(
    private readonly connection: Connection,
    private readonly options: () => { readonly isPushed: boolean; readonly rulePages: string | undefined },
  ) {}

  /** Takes what was judged; publishes the files whose diagnostics are others than before. */
  take(outcomes: readonly Outcome[]): void {
    const next = new Map<string, Shown>()
    for (const { folder, findings } of outcomes)
      for (const [path, list] of findings) {
        const uri = folder.uriOf(path)
        next.set(uri, this.show(uri, folder, path, list))
      }
    const before = this.shown
    this.shown = next
    if (!this.options().isPushed) {
      if (before.size !== next.size || [...next].some(([uri, { id }]) => before.get(uri)?.id !== id))
        this.connection.languages.diagnostics.refresh()
      return
    }
    for (const [uri, { id, diagnostics }] of next) if (before.get(uri)?.id !== id) this.connection.sendDiagnostics({ uri, diagnostics })
    for (const uri of before.keys()) if (!next.has(uri)) this.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /**
   * Takes what the quick rules say of a file whose text has changed, and publishes it with what the others said before, moved with the text;
   * what they said where the text has changed is left out. Clients that ask wait for all rules.
   */
  takeQuick({ folder, path, findings }: QuickOutcome): void {
    const uri = folder.uriOf(path)
    const known = this.shown.get(uri)
    const text = folder.text(path)
    if (!this.options().isPushed || text === undefined || (!known && findings.length === 0)) return
    const change = changeOf(known?.text ?? text, text)
    const ofOthers = (known?.findings ?? []).filter(({ code }) => !quickCodes.has(code))
    const others = ofOthers.flatMap((finding) => movedFinding(finding, change) ?? [])
    const next = this.show(uri, folder, path, [...findings, ...others].sort(inOrder))
    this.shown.set(uri, next)
    if (next.id !== known?.id) this.connection.sendDiagnostics({ uri, diagnostics: next.diagnostics })
  }

  private show(uri: string, folder: PlanFolder, path: string, findings: readonly Finding[]): Shown {
    const known = this.shown.get(uri)
    const files = new Set(findings.flatMap(({ place, related }) => [place.file, ...related.map((one) => one.place.file)]))
    const texts = [...files].map((file) => folder.text(file))
    if (known && isSame(known.findings, findings) && isSame(known.texts, texts)) return known
    const diagnostics = findings.map((finding) => diagnosticOf(finding, folder, this.options().rulePages))
    const id = known && JSON.stringify(known.diagnostics) === JSON.stringify(diagnostics) ? known.id : String(++this.count)
    return { findings, text: folder.text(path), texts, diagnostics, id }
  }

  /** The answer to a pull for one document. */
  report(uri: string, previousId: string | undefined): DocumentDiagnosticReport {
    const { id, diagnostics } = this.shown.get(uri) ?? { id: 'none', diagnostics: [] }
    return id === previousId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: diagnostics }
  }

  /** The answer to a pull for the workspace: all files with findings, and those that had some when they were last asked for. */
  workspaceReport(previous: readonly { readonly uri: string; readonly value: string }[]): WorkspaceDocumentDiagnosticReport[] {
    const ids = new Map(previous.map(({ uri, value }) => [uri, value]))
    return [...new Set([...this.shown.keys(), ...ids.keys()])].map((uri) => ({ uri, version: null, ...this.report(uri, ids.get(uri)) }))
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}
