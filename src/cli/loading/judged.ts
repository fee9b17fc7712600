import type { JudgeSettings, Workspace, WorkspaceResult } from '../../language/workspace/workspace.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { Place } from '../../plan/text/place.js'
import type { Lines } from '../../report/lines.js'
import type { Location, ReportedFinding, ReportedPlan, SuppressedFinding } from '../../report/result.js'
import { inOrder } from '../../rules/engine/judge.js'
import { rulePage } from '../../rules/engine/rule-page.js'
import { rules } from '../../rules/generated/registry.js'
import type { CheckedWorkspace } from './checked-workspace.js'

/** A workspace after the check. */
export interface Judged {
  readonly checked: CheckedWorkspace
  readonly result: WorkspaceResult
  /** All findings, those about configurations included, in order. */
  readonly findings: readonly Finding[]
}

/** What decides besides the texts; configuration and data come with each workspace. */
export type BaseSettings = Pick<JudgeSettings, 'today' | 'stage' | 'clock'>

/** Judges what the user named in every workspace. */
export function judgeWorkspaces(
  workspaces: readonly CheckedWorkspace[],
  base: BaseSettings,
  earlier?: ReadonlyMap<CheckedWorkspace, { readonly workspace: Workspace }>,
): readonly Judged[] {
  return workspaces.map((checked) => {
    const { configuration, data, named } = checked
    const result = checked.workspace.judge({ ...base, configuration, data, only: named, earlier: earlier?.get(checked)?.workspace })
    return { checked, result, findings: [...result.findings, ...checked.looseFindings].sort(inOrder) }
  })
}

const rulesByCode = new Map<string, (typeof rules)[number]>(rules.map((rule) => [rule.code, rule]))

/** A finding with lines and columns, files as seen from the working folder, and the identity that it is published under. */
export function located(checked: CheckedWorkspace, finding: Finding, fingerprint: string): ReportedFinding {
  const { code, severity, message, place, related, fixes } = finding
  return {
    code,
    severity,
    message,
    location: locationOf(checked, place),
    related: related.map((one) => ({ location: locationOf(checked, one.place), message: one.message })),
    fixes: fixes.map((one) => one.title),
    fingerprint,
    help: rulePage(code),
    isDated: rulesByCode.get(code)?.isDated === true,
  }
}

/** A place with lines and columns, in the file as seen from the working folder. */
export function locationOf(checked: CheckedWorkspace, { file, start, end }: Place): Location {
  const lines = checked.linesOf(file)
  return { file: checked.label(file), start: lines.at(start), end: lines.at(end) }
}

/** The plans that were judged, without libraries. */
export function reportedPlans(judged: readonly Judged[]): readonly ReportedPlan[] {
  return judged.flatMap(({ checked, result }) =>
    result.plans
      .filter(({ plan }) => !plan.isLibrary)
      .map(({ root, plan }) => ({
        file: checked.label(root),
        name: plan.strategy?.name ?? '',
        stage: plan.stage,
        statusDate: plan.statusDate,
      })),
  )
}

/** The lines of a file by its name in locations. */
export function linesOf(judged: readonly Judged[]): (label: string) => Lines | undefined {
  const files = new Map<string, () => Lines>()
  for (const one of judged) {
    const loose = one.findings.map(({ place }) => place.file)
    for (const file of new Set([...one.checked.workspace.paths, ...loose])) {
      if (one.checked.text(file) !== undefined) files.set(one.checked.label(file), () => one.checked.linesOf(file))
    }
  }
  return (label) => files.get(label)?.()
}

/** The path in its repository of a file by its name in locations. */
export function repositoryPaths(judged: readonly Judged[]): (label: string) => string {
  const paths = new Map<string, string>()
  for (const { checked, findings, result } of judged) {
    const places = [...findings, ...result.ignored].flatMap(({ place, related }) => [place, ...related.map((one) => one.place)])
    for (const { file } of places) paths.set(checked.label(file), file)
  }
  return (label) => paths.get(label) ?? label
}

/** What an `ignore` silences or the list of known findings hides. */
export function suppressed(
  judged: readonly Judged[],
  known: ReadonlySet<Finding> | undefined,
  fingerprintOf: (finding: Finding) => string,
): readonly SuppressedFinding[] {
  return judged.flatMap(({ checked, result, findings }) => [
    ...result.ignored.map((finding) => ({ ...located(checked, finding, fingerprintOf(finding)), by: 'ignore' as const })),
    ...findings
      .filter((finding) => known?.has(finding))
      .map((finding) => ({ ...located(checked, finding, fingerprintOf(finding)), by: 'known' as const })),
  ])
}
