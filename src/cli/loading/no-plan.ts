import { t } from '@vscode/l10n'
import { mergeMarker } from '../../language/read/unresolved-merge.js'
import { UsageError } from '../terminal/usage-error.js'
import type { CheckedWorkspace } from './checked-workspace.js'
import { whyUnmerged, whyUnread } from './unread.js'

/** What to say where there is no plan among what the user named: a file that cannot be read, or files without a strategy. */
export function noPlan(workspaces: readonly CheckedWorkspace[]): UsageError {
  const [first] = workspaces.flatMap(({ unread, label }) => [...unread].map(([file, why]) => whyUnread(why, label(file))))
  const [unmerged] = workspaces.flatMap(({ named, text, label }) => [...named].filter((file) => mergeMarker(text(file) ?? '')).map(label))
  if (unmerged !== undefined) return new UsageError(whyUnmerged(unmerged))
  return new UsageError(first ?? t('There is no plan here: no file has a `strategy`.'))
}
