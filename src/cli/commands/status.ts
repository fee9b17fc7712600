import { t } from '@vscode/l10n'
import type { Stakeholder } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { suggestions } from '../../plan/text/distance.js'
import { composed } from '../../plan/text/look-alike.js'
import { statusReport } from '../../report/status-report.js'
import { didYouMean } from '../../rules/wording/wording.js'
import { loadOnePlan } from '../loading/plans.js'
import { UsageError } from '../terminal/usage-error.js'

/** `mops status`: the state of a plan in Markdown. */
export async function status(written: readonly string[], options: { readonly for?: string; readonly today?: string }): Promise<void> {
  const { plan } = await loadOnePlan(written, options)
  process.stdout.write(statusReport(plan, options.for === undefined ? undefined : stakeholderNamed(options.for, plan)))
}

function stakeholderNamed(name: string, plan: Plan): Stakeholder {
  const found = plan.byName(composed(name))
  if (found?.kind === 'stakeholder') return found
  const near = suggestions(
    name,
    plan.all('stakeholder').map((one) => one.name),
  )
  throw new UsageError(`${t('There is no stakeholder `{name}`.', { name })}${didYouMean(near)}`)
}
