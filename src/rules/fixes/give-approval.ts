import { t } from '@vscode/l10n'
import type { Approval } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'

/** Notes that an approval was given on the status date. */
export function giveApproval(plan: Plan, approval: Approval): readonly Fix[] {
  const { date } = plan.statusDate
  const changes = [{ type: 'append', place: approval.place, text: ` given ${date}` } as const]
  return [{ title: t('Approved on {date}', { date }), changes, isSafe: false }]
}
