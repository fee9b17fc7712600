import { t } from '@vscode/l10n'
import type { Fault } from '../../plan/elements/fault.js'
import { mostMillions } from './text-size.js'

/** Why nothing of a file that is there can be read. */
export type Unread = 'undecodable' | 'too-large' | 'unreadable'

/** True for a problem that is said about the file itself, besides what is said where it is imported. */
export function isUnread(problem: string): problem is Unread {
  return problem === 'undecodable' || problem === 'too-large' || problem === 'unreadable'
}

const messages: Readonly<Record<Unread, () => string>> = {
  undecodable: () => t('This file is not UTF-8 text, so nothing of it can be read. Save it as UTF-8.'),
  'too-large': () =>
    t('This file has more than {most} million characters, so nothing of it is read. Split it into several files, and import them.', {
      most: mostMillions,
    }),
  unreadable: () => t('This file cannot be read, so nothing of it counts. Check its permissions.'),
}

/** What is said about such a file. */
export function unreadFault(file: string, why: Unread): Fault {
  return {
    code: 'plan/syntax',
    place: { file, start: 0, end: 0 },
    message: messages[why](),
    related: [],
    fixes: [],
  }
}
