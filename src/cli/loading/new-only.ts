import { isSkippedFolder, planExtension } from '../../language/node/files.js'
import type { Workspace } from '../../language/workspace/workspace.js'
import type { Finding } from '../../plan/elements/finding.js'
import { type CheckedWorkspace, followImports } from './checked-workspace.js'
import type { BaseSettings, Judged } from './judged.js'
import { Revision } from './revision.js'

/** A workspace as it was at a git revision. */
export interface Earlier {
  readonly revision: Revision
  /** With all plans that there were, wherever they stood. */
  readonly workspace: Workspace
}

/** Every workspace as it was at a git revision. */
export function earlierWorkspaces(workspaces: readonly CheckedWorkspace[], name: string): ReadonlyMap<CheckedWorkspace, Earlier> {
  return new Map(
    workspaces.map((checked) => {
      const revision = Revision.open(checked.root, name)
      return [checked, { revision, workspace: workspaceAt(revision, checked) }]
    }),
  )
}

function workspaceAt(revision: Revision, { named, workspace: current }: CheckedWorkspace): Workspace {
  const workspace = current.beside()
  const plans = [...revision.paths].filter((path) => named.has(path) || isPlan(path)).sort()
  for (const path of plans) {
    const found = revision.read(path, plans)
    if (typeof found !== 'string') workspace.setText(path, found.text)
    else if (found !== 'missing') workspace.setProblem(path, found)
  }
  followImports(workspace, (path) => revision.read(path))
  return workspace
}

function isPlan(path: string): boolean {
  return path.endsWith(planExtension) && !path.split('/').slice(0, -1).some(isSkippedFolder)
}

/**
 * Tells new findings from those that the earlier revision has when it is checked with the same status date, configuration and tool. Each
 * plan is compared on its own date, as it is now.
 */
export function newFindings(
  judged: readonly Judged[],
  earlier: ReadonlyMap<CheckedWorkspace, Earlier>,
  base: BaseSettings,
): { readonly isNew: (one: Judged, finding: Finding) => boolean } {
  const isOld = new Map(judged.map((one) => [one, oldFindings(one, earlier.get(one.checked), base)]))
  return { isNew: (one, finding) => !isOld.get(one)?.(finding) }
}

function oldFindings({ checked, result }: Judged, earlier: Earlier | undefined, base: BaseSettings): (finding: Finding) => boolean {
  if (!earlier) return () => false
  const { revision, workspace } = earlier
  const onDate = new Map<string, ReadonlySet<string>>()
  const fingerprintsOn = (date: string): ReadonlySet<string> => {
    const known = onDate.get(date)
    if (known) return known
    const { configuration, data } = checked
    const { plans } = workspace.judge({ ...base, today: date, configuration, data })
    const found = new Set(plans.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)))
    onDate.set(date, found)
    return found
  }
  const old = new Set<string>()
  const fresh = new Set<string>()
  for (const { plan, findings } of result.plans) {
    const known = fingerprintsOn(plan.statusDate.date)
    for (const { fingerprint } of findings) (known.has(fingerprint) ? old : fresh).add(fingerprint)
  }
  const loose = new Set(checked.looseFindings)
  return (finding) => {
    if (loose.has(finding)) return isUnchanged(finding.place.file, checked, revision)
    return old.has(finding.fingerprint) && !fresh.has(finding.fingerprint)
  }
}

function isUnchanged(file: string, checked: CheckedWorkspace, revision: Revision): boolean {
  const before = revision.read(file)
  if (before === 'missing') return false
  return (typeof before === 'string' ? undefined : before.text) === checked.text(file)
}
