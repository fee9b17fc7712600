import { t } from '@vscode/l10n'
import type { Severity } from '../plan/elements/finding.js'
import { type CheckResult, tally } from './result.js'

/** `2 errors, 1 hint`; `No findings` where there is none. */
export function countText({ findings }: Pick<CheckResult, 'findings'>): string {
  const counts = tally(findings)
  const parts: string[] = []
  if (counts.error > 0) parts.push(counts.error === 1 ? t('1 error') : t('{count} errors', { count: counts.error }))
  if (counts.warning > 0) parts.push(counts.warning === 1 ? t('1 warning') : t('{count} warnings', { count: counts.warning }))
  if (counts.information > 0) parts.push(t('{count} information', { count: counts.information }))
  if (counts.hint > 0) parts.push(counts.hint === 1 ? t('1 hint') : t('{count} hints', { count: counts.hint }))
  return parts.length === 0 ? t('No findings') : parts.join(', ')
}

/** A severity as people read it. */
export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error')
    case 'warning':
      return t('warning')
    case 'information':
      return t('information')
    case 'hint':
      return t('hint')
  }
}
