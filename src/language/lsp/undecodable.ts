import { t } from '@vscode/l10n'
import type { Fault } from '../../plan/source.js'

/** What is said about a file whose bytes are no UTF-8. */
export function undecodable(file: string): Fault {
  return {
    code: 'plan/syntax',
    place: { file, start: 0, end: 0 },
    message: t('This file is not UTF-8 text, so nothing of it can be read. Save it as UTF-8.'),
    related: [],
    fixes: [],
  }
}
