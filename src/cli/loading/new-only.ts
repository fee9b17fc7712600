import path from 'node:path'
import { isSkippedFolder, kindOfPath, planExtension } from '../../language/node/files.js'
import { LoadedWorkspace } from '../../language/workspace/loaded-workspace.js'
import type { Workspace } from '../../language/workspace/workspace.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { CheckedWorkspace } from './checked-workspace.js'
import type { BaseSettings, Judged } from './judged.js'
import { type Candidate, candidates, type Listed, ListedFindings } from './listed-findings.js'
import { Revision } from './revision.js'
import { revisionFiles } from './revision-files.js'

/** A workspace as it was at a git revision. */
export interface Earlier {
  readonly revision: Revision
  /** With all plans that there were, wherever they stood. */
  readonly workspace: Workspace
}

/** Every workspace as it was at a git revision. */
export async function earlierWorkspaces(
  workspaces: readonly CheckedWorkspace[],
  name: string,
): Promise<ReadonlyMap<CheckedWorkspace, Earlier>> {
  const earlier = new Map<CheckedWorkspace, Earlier>()
  for (const checked of workspaces) {
    const revision = Revision.open(checked.root, name)
    earlier.set(checked, { revision, workspace: await workspaceAt(revision, checked) })
  }
  return earlier
}

/** Without configurations and data: those of today hold for both. */
async function workspaceAt(revision: Revision, { root, named, workspace }: CheckedWorkspace): Promise<Workspace> {
  const loaded = new LoadedWorkspace(revisionFiles(root, revision, '--new-only'), { engine: workspace.beside() })
  await loaded.load([...revision.paths].filter((path) => named.has(path) || isPlan(path)).sort())
  await loaded.loadImports()
  return loaded.engine
}

function isPlan(path: string): boolean {
  return path.endsWith(planExtension) && !path.split('/').slice(0, -1).some(isSkippedFolder)
}

/**
 * The findings that the earlier revision has as well, when it is checked with the same status date, configuration and tool. Each plan is
 * compared on its own date, as it is now.
 */
export function oldFindings(
  judged: readonly Judged[],
  earlier: ReadonlyMap<CheckedWorkspace, Earlier>,
  base: BaseSettings,
): ReadonlySet<Finding> {
  return new Set(judged.flatMap((one) => oldIn(one, earlier.get(one.checked), base)))
}

function oldIn(judged: Judged, earlier: Earlier | undefined, base: BaseSettings): readonly Finding[] {
  if (!earlier) return []
  const { checked } = judged
  const byDate = new Map<string, Candidate[]>()
  const old: Finding[] = []
  for (const candidate of candidates(judged)) {
    const { plan, finding } = candidate
    const date = plan?.statusDate.date
    if (date !== undefined) group(byDate, date).push(candidate)
    else if (isUnchanged(finding.place.file, checked, earlier.revision)) old.push(finding)
  }
  const isGone = (file: string) => kindOfPath(path.join(checked.root, file)) === 'missing'
  // What the plan of one date was is not there for that of another.
  const used: Listed[] = []
  for (const [date, all] of byDate) {
    const { configuration, data } = checked
    const { plans } = earlier.workspace.judge({ ...base, today: date, configuration, data })
    const then = plans.flatMap(({ findings }) => findings.map(({ fingerprint, place }) => ({ fingerprint, file: place.file })))
    const found = new ListedFindings(without(then, used), isGone).take(all)
    used.push(...found.values())
    old.push(...found.keys())
  }
  return old
}

function group<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key) ?? []
  groups.set(key, known)
  return known
}

/** What is left of a list when as many of each kind are taken off it as others hold. */
function without(listed: readonly Listed[], others: readonly Listed[]): readonly Listed[] {
  const keyOf = ({ fingerprint, file }: Listed) => `${fingerprint} ${file}`
  const counts = new Map<string, number>()
  for (const one of others) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return listed.filter((one) => {
    const count = counts.get(keyOf(one)) ?? 0
    counts.set(keyOf(one), count - 1)
    return count <= 0
  })
}

function isUnchanged(file: string, checked: CheckedWorkspace, revision: Revision): boolean {
  const before = revision.read(file)
  if (before === 'missing') return false
  return (typeof before === 'string' ? undefined : before.text) === checked.text(file)
}
