import path from 'node:path'
import type { TextEdit } from '../../language/edits/text-edit.js'
import { applyEdits, editsOfFix } from '../../language/edits/text-edits.js'
import type { Workspace, WorkspaceResult } from '../../language/workspace/workspace.js'
import type { Finding, Fix } from '../../plan/elements/finding.js'
import { plainLines } from '../../report/plain-text.js'
import { replaceText } from '../terminal/write-file.js'
import type { CheckedWorkspace } from './checked-workspace.js'
import type { BaseSettings } from './judged.js'

export interface Fixed {
  readonly fixes: number
  readonly files: number
  /** What would change, where nothing was written. */
  readonly diff: string | undefined
}

/** More rounds than any plan needs; a fix that keeps coming back ends here. */
const mostRounds = 20

/**
 * Applies the safe quick fixes until none is left, in the workspaces and, unless it is a dry run, in the files. A fix after which there is
 * an error that was not there before is taken back.
 */
export async function applySafeFixes(workspaces: readonly CheckedWorkspace[], base: BaseSettings, isDryRun: boolean): Promise<Fixed> {
  let fixes = 0
  let files = 0
  const diffs: string[] = []
  for (const checked of workspaces) {
    const before = new Map(checked.workspace.paths.map((file) => [file, checked.workspace.text(file) ?? '']))
    fixes += fixWorkspace(checked, base)
    for (const [file, old] of before) {
      const text = checked.workspace.text(file) ?? old
      const disk = checked.onDisk(file)
      if (text === old || !disk) continue
      files++
      if (isDryRun) diffs.push(await diffOf(checked.label(file), old, text))
      else replaceText(path.join(checked.root, file), checked.label(file), disk, text)
    }
  }
  return { fixes, files, diff: isDryRun ? diffs.join('') : undefined }
}

async function diffOf(name: string, old: string, text: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  return plainLines(createTwoFilesPatch(`a/${name}`, `b/${name}`, old, text).replace(/^=+\n/, ''))
}

function fixWorkspace(checked: CheckedWorkspace, base: BaseSettings): number {
  const rejected = new Set<string>()
  let result = judge(checked, base)
  let applied = 0
  for (let round = 0; round < mostRounds; round++) {
    const chosen = compatible(checked, result, rejected)
    if (chosen.length === 0) break
    const together = attempt(checked, base, result, chosen)
    if (together) {
      applied += chosen.length
      result = together
      continue
    }
    const [first] = chosen
    const alone = first && chosen.length > 1 ? attempt(checked, base, result, [first]) : undefined
    if (alone) {
      applied++
      result = alone
    } else if (first) {
      rejected.add(keyOf(first.finding))
    }
  }
  return applied
}

/** Applies fixes and judges again; takes them back when they make an error. */
function attempt(
  checked: CheckedWorkspace,
  base: BaseSettings,
  before: WorkspaceResult,
  chosen: readonly Chosen[],
): WorkspaceResult | undefined {
  const old = apply(checked.workspace, chosen)
  const after = judge(checked, base)
  const known = new Set(before.findings.filter(isError).map(keyOf))
  if (after.findings.filter(isError).every((finding) => known.has(keyOf(finding)))) return after
  for (const [file, text] of old) checked.workspace.setText(file, text)
  return undefined
}

function judge({ workspace, configuration, data, named }: CheckedWorkspace, base: BaseSettings): WorkspaceResult {
  return workspace.judge({ ...base, configuration, data, only: named })
}

/** Two plans may say the same. */
function keyOf({ fingerprint, place }: Finding): string {
  return `${fingerprint} ${place.file}`
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

interface Chosen {
  readonly finding: Finding
  readonly edits: readonly TextEdit[]
}

/** The safe fixes that do not touch each other, in the order of the findings. */
function compatible(checked: CheckedWorkspace, result: WorkspaceResult, rejected: ReadonlySet<string>): Chosen[] {
  const taken = new Map<string, TextEdit[]>()
  const chosen: Chosen[] = []
  for (const finding of result.findings) {
    const fix = finding.fixes.find((one) => one.isSafe)
    if (!fix || rejected.has(keyOf(finding))) continue
    const edits = editsIn(checked, result, finding, fix)
    if (edits.length === 0 || edits.some((edit) => isTaken(edit, taken.get(edit.file) ?? []))) continue
    for (const edit of edits) take(edit, taken)
    chosen.push({ finding, edits })
  }
  return chosen
}

/** True where an edit touches one of others, which are in order; only the last of those that begin before its end can. */
function isTaken(edit: TextEdit, others: readonly TextEdit[]): boolean {
  const before = others[firstAfter(others, edit.end) - 1]
  return before !== undefined && before.end >= edit.start
}

function take(edit: TextEdit, taken: Map<string, TextEdit[]>): void {
  const others = taken.get(edit.file)
  if (others) others.splice(firstAfter(others, edit.start), 0, edit)
  else taken.set(edit.file, [edit])
}

/** Where the edits begin that start behind an offset. */
function firstAfter(edits: readonly TextEdit[], offset: number): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The edits of a fix; none when it reaches a file that did not come from the disk. */
function editsIn({ workspace, onDisk }: CheckedWorkspace, result: WorkspaceResult, { place }: Finding, fix: Fix): readonly TextEdit[] {
  const holder = result.plans.find(({ plan }) => plan.files.some((file) => file.path === place.file))
  const edits = editsOfFix(fix, { text: (file) => workspace.text(file), plan: holder?.plan })
  return edits.every((edit) => onDisk(edit.file)) ? edits : []
}

/** Applies edits to the workspace and returns the old texts of what changed. */
function apply(workspace: Workspace, chosen: readonly Chosen[]): Map<string, string> {
  const byFile = new Map<string, TextEdit[]>()
  for (const { edits } of chosen) for (const edit of edits) take(edit, byFile)
  const old = new Map<string, string>()
  for (const [file, edits] of byFile) {
    const text = workspace.text(file) ?? ''
    old.set(file, text)
    workspace.setText(file, applyEdits(text, edits).text)
  }
  return old
}
