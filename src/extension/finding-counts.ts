import { t } from '@vscode/l10n'
import type { PlanStatus } from '../language/protocol.js'
import type { Severity } from '../plan/elements/finding.js'

export type FindingCounts = PlanStatus['findings']

/** Findings of several plans together. One about a library counts in every plan that imports it. */
export function sumOfFindings(plans: readonly PlanStatus[]): FindingCounts {
  const sum = (severity: Severity) => plans.reduce((total, plan) => total + plan.findings[severity], 0)
  return { error: sum('error'), warning: sum('warning'), information: sum('information'), hint: sum('hint') }
}

/** `2 errors, 1 warning`; remarks and hints are named where there is nothing worse. */
export function countsText({ error, warning, information, hint }: FindingCounts): string {
  const parts = [
    error > 0 && (error === 1 ? t('1 error') : t('{count} errors', { count: error })),
    warning > 0 && (warning === 1 ? t('1 warning') : t('{count} warnings', { count: warning })),
  ].filter((part) => part !== false)
  if (parts.length > 0) return parts.join(', ')
  const remarks = information + hint
  if (remarks === 0) return t('no findings')
  return remarks === 1 ? t('1 remark') : t('{count} remarks', { count: remarks })
}
