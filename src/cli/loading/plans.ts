import { t } from '@vscode/l10n'
import type { Plan } from '../../plan/model/plan.js'
import { clock, dateOption } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'
import { type CheckedWorkspace, loadWorkspaces } from './checked-workspace.js'
import type { BaseSettings } from './judged.js'
import { noPlan } from './no-plan.js'
import { findTargets } from './targets.js'

/** A plan that the user named, with the workspace that it stands in. */
export interface LoadedPlan {
  readonly checked: CheckedWorkspace
  readonly plan: Plan
  /** Its root file as seen from the working folder. */
  readonly file: string
}

/** The plans, without libraries, among what the user named. Throws when there is none. */
export async function loadPlans(written: readonly string[], options: { readonly today?: string }): Promise<readonly LoadedPlan[]> {
  const workingFolder = process.cwd()
  const base: BaseSettings = { today: dateOption(options.today), stage: undefined, clock: clock() }
  const plans: LoadedPlan[] = []
  const workspaces = await loadWorkspaces(await findTargets(written, workingFolder), workingFolder)
  for (const checked of workspaces) {
    for (const root of checked.workspace.roots(checked.named)) {
      const plan = checked.workspace.plan(root, { ...base, data: checked.data })
      if (plan && !plan.isLibrary) plans.push({ checked, plan, file: checked.label(root) })
    }
  }
  if (plans.length === 0) throw noPlan(workspaces)
  return plans
}

/** The one plan among what the user named; throws when there are several. */
export async function loadOnePlan(written: readonly string[], options: { readonly today?: string }): Promise<LoadedPlan> {
  const plans = await loadPlans(written, options)
  const [first] = plans
  if (!first || plans.length > 1) {
    const files = plans.map(({ file }) => `\`${file}\``).join(', ')
    throw new UsageError(t('There are several plans: {files}. Name one.', { files }))
  }
  return first
}
