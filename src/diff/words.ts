import { t } from '@vscode/l10n'
import type { ChangeClass, Group } from './taxonomy.js'

export function groupTitle(group: Group): string {
  switch (group) {
    case 'goals':
      return t('Goals')
    case 'schedule':
      return t('Schedule')
    case 'people':
      return t('People')
    case 'money':
      return t('Money')
    case 'communication':
      return t('Communication')
    case 'numbers':
      return t('Numbers')
    case 'checks':
      return t('Checks')
  }
}

export function classWord(of: ChangeClass): string {
  switch (of) {
    case 'weakened':
      return t('weakened')
    case 'risk':
      return t('risk')
    case 'strengthened':
      return t('strengthened')
    case 'neutral':
      return t('neutral')
  }
}

/** `1 weakened, 2 risk`; classes without a change are left out. */
export function countsText(counts: readonly (readonly [ChangeClass, number])[]): string {
  return counts
    .filter(([, count]) => count > 0)
    .map(([of, count]) => t('{count} {class}', { count, class: classWord(of) }))
    .join(', ')
}
