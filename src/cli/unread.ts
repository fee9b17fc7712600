import { t } from '@vscode/l10n'
import type { DiskProblem } from '../language/node-files.js'
import { mostMillions } from '../language/text-size.js'
import type { CheckedWorkspace } from './checked-workspace.js'
import { UsageError } from './usage-error.js'

/** Why a file is not read, as one line; it may have gone since it was found. `name` is what the user calls it. */
export function whyUnread(why: DiskProblem, name: string): string {
  switch (why) {
    case 'missing':
      return t('There is no file or folder `{name}`.', { name })
    case 'undecodable':
      return t('`{file}` is not UTF-8 text.', { file: name })
    case 'too-large':
      return t('`{file}` has more than {most} million characters. Split it into several files, and import them.', {
        file: name,
        most: mostMillions,
      })
    default:
      return t('`{name}` cannot be read; check its permissions.', { name })
  }
}

/** What to say where there is no plan among what the user named: a file that cannot be read, or files without a strategy. */
export function noPlan(workspaces: readonly CheckedWorkspace[]): UsageError {
  const [first] = workspaces.flatMap(({ unread, label }) => [...unread].map(([file, why]) => whyUnread(why, label(file))))
  return new UsageError(first ?? t('There is no plan here: no file has a `strategy`.'))
}
