import { t } from '@vscode/l10n'
import { isUnmerged } from '../../language/read/unresolved-merge.js'
import type { Workspace } from '../../language/workspace/workspace.js'
import type { ReadFile } from '../../plan/elements/source.js'
import type { Plan } from '../../plan/model/plan.js'
import { Lines } from '../../report/lines.js'
import { whyUnmerged, whyUnread } from './unread.js'

/**
 * The files of one side of a comparison that say less than stands in them: a fault of syntax or a merge that has stopped hides what is
 * there, and to call that dropped would be false. What the other side has to the letter hides the same on both. A sentence for each path.
 */
export function unclearFiles(workspace: Workspace, other: Workspace, side: 'before' | 'after'): ReadonlyMap<string, string> {
  const known = new Set(other.paths.map((path) => other.text(path)))
  return new Map(
    workspace.paths.flatMap((path) => {
      const [read, text] = [workspace.read(path), workspace.text(path)]
      if (read === undefined || text === undefined || known.has(text)) return []
      const why = isUnmerged(read) ? whyUnmerged(path) : whyUnclear(read, text, side)
      return why === undefined ? [] : [[path, why] as const]
    }),
  )
}

function whyUnclear({ path, faults, unread }: ReadFile, text: string, side: 'before' | 'after'): string | undefined {
  const place = faults.find(({ code }) => code === 'plan/syntax')?.place ?? unread[0]?.place
  if (!place) return undefined
  const values = { file: path, line: new Lines(text).at(place.start).line }
  return side === 'before'
    ? t('Line {line} of `{file}`, as it was before, is not understood, so what the change means is not told.', values)
    : t('Line {line} of `{file}` is not understood, so what the change means is not told. `mops check` says more.', values)
}

/** Why a plan does not have all that it imports, a sentence for each file. */
export function lostImports({ source }: Plan, workspace: Workspace, unclear: ReadonlyMap<string, string>): readonly string[] {
  const imported = new Set(source.files.flatMap(({ imports }) => imports.map(({ target, path }) => target ?? path.text)))
  return [...imported].sort().flatMap((target) => {
    const own = target === source.root ? undefined : unclear.get(target)
    const problem = workspace.problem(target)
    const isLost = problem !== undefined || !workspace.read(target)
    if (own === undefined && !isLost) return []
    const why = own ?? whyUnread(problem ?? 'missing', target)
    return [
      `${why} ${t('Of `{file}`, which imports it, only what stands in it is compared, without what follows from that.', { file: source.root })}`,
    ]
  })
}
