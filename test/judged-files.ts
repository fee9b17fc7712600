import { reread } from '../src/language/read/reread.js'
import { columnsOf, isTable } from '../src/language/workspace/data-columns.js'
import { type JudgedPlan, type JudgeSettings, Workspace } from '../src/language/workspace/workspace.js'
import type { Stage } from '../src/plan/elements/elements.js'
import type { Finding } from '../src/plan/elements/finding.js'
import type { DataFiles } from '../src/plan/elements/source.js'
import type { Example } from '../src/rules/engine/rule.js'

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
  const tables = Object.entries(files).filter(([path]) => isTable(path))
  return new Map(tables.map(([path, content]) => [path, { columns: columnsOf(path, content) ?? [] }]))
}

/** Judges the plan of one root file. */
export function judgeFiles(given: Given): JudgedPlan {
  return new EditedFiles(given).judged()
}

/** Files of which the root is edited as in an editor: what an edit does not touch is neither read nor judged again. */
export class EditedFiles {
  private readonly workspace: Workspace
  private readonly settings: JudgeSettings

  constructor(private readonly given: Given) {
    const { root, files, today, clock = '2027-02-12', stage, earlier } = given
    this.workspace = workspaceOf(files)
    this.settings = {
      today,
      clock,
      stage,
      data: dataOf(files),
      earlier: earlier === undefined ? undefined : workspaceOf({ [root]: earlier }),
    }
  }

  type(text: string): void {
    const { root } = this.given
    const before = this.workspace.read(root)
    if (!before) throw new Error(`There is no file ${root}.`)
    this.workspace.setRead(reread(before, this.workspace.text(root) ?? '', text), text)
  }

  judged(): JudgedPlan {
    const judged = this.workspace.judgeRoot(this.given.root, this.settings)
    if (!judged) throw new Error(`There is no plan ${this.given.root}.`)
    return judged
  }
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
