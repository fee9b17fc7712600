import { t } from '@vscode/l10n'

/** What stands as the reason of an `ignore` until somebody writes one. */
export function placeholderReason(): string {
  return t('Say why')
}
