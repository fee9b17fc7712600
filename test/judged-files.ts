import { type JudgedPlan, Workspace } from '../src/language/workspace/workspace.js'
import type { Stage } from '../src/plan/elements.js'
import type { Finding } from '../src/plan/finding.js'
import type { DataFiles } from '../src/plan/source.js'
import type { Example } from '../src/rules/rule.js'

export type Files = Readonly<Record<string, string>>

export interface Given {
  readonly root: string
  readonly files: Files
  readonly today?: string | undefined
  readonly clock?: string
  readonly stage?: Stage | undefined
  /** The root file at the base revision. */
  readonly earlier?: string | undefined
}

/** A workspace of `.mops` files. */
function workspaceOf(files: Files): Workspace {
  const workspace = new Workspace()
  for (const [path, text] of Object.entries(files)) if (path.endsWith('.mops')) workspace.setText(path, text)
  return workspace
}

/** The columns of the tables among the files. */
function dataOf(files: Files): DataFiles {
  const tables = Object.entries(files).filter(([path]) => path.endsWith('.csv'))
  return new Map(tables.map(([path, content]) => [path, { columns: content.split(/\r?\n/, 1)[0]?.split(',') ?? [] }]))
}

/** Judges the plan of one root file. */
export function judgeFiles({ root, files, today, clock = '2027-02-12', stage, earlier }: Given): JudgedPlan {
  const before = earlier === undefined ? undefined : workspaceOf({ [root]: earlier })
  const judged = workspaceOf(files).judgeRoot(root, { today, clock, stage, data: dataOf(files), earlier: before })
  if (!judged) throw new Error(`There is no plan ${root}.`)
  return judged
}

/** A rule example as files, given the whole text that it becomes over the base plan. */
export function givenBy(example: Example, text: string, earlier: string | undefined): Given {
  const { files = {}, stage, today }: Exclude<Example, string> = typeof example === 'string' ? { text } : example
  return { root: 'plan.mops', files: { 'plan.mops': text, ...files }, today, stage, earlier }
}

/** What must stay equal whatever the arrangement of the text: codes, severities and messages. */
export function said(findings: readonly Finding[]): string[] {
  return findings.map(({ code, severity, message }) => `${severity} ${code} ${message}`).sort()
}

/** The identities of findings, by which known findings are recognised. */
export function identities(findings: readonly Finding[]): string[] {
  return findings.map(({ code, fingerprint }) => `${fingerprint} ${code}`).sort()
}
