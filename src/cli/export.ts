import path from 'node:path'
import { t } from '@vscode/l10n'
import { kindOfPath } from '../language/node-files.js'
import { planJson } from '../report/plan-export/plan-json.js'
import { loadWorkspaces } from './checked-workspace.js'
import { locationOf } from './judged.js'
import { clock, dateOption, oneOf, stageOption } from './options.js'
import { UsageError } from './usage-error.js'

export interface ExportOptions {
  readonly format: string
  readonly today?: string
  readonly stage?: string
}

/** `mops export`: writes one plan with all that is derived from it. Findings do not keep it from doing so. */
export async function exportPlan(file: string, options: ExportOptions): Promise<void> {
  oneOf('--format', options.format, ['json'])
  const base = { today: dateOption(options.today), stage: stageOption(options.stage), clock: clock() }
  const workingFolder = process.cwd()
  const full = path.resolve(workingFolder, file)
  if (file !== '-' && kindOfPath(full) !== 'file') throw new UsageError(t('There is no file `{file}`.', { file }))
  const targets = file === '-' ? { files: [], hasStdin: true } : { files: [full], hasStdin: false }
  const [checked] = await loadWorkspaces(targets, workingFolder)
  const [root] = checked?.named ?? []
  const plan = root === undefined ? undefined : checked?.workspace.plan(root, { ...base, data: checked.data })
  if (!checked || !plan) throw new UsageError(t('`{file}` is not UTF-8 text.', { file }))
  process.stdout.write(planJson(plan, (place) => locationOf(checked, place)))
}
