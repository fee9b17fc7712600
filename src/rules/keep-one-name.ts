import { t } from '@vscode/l10n'
import type { PlanElement, Ref } from '../plan/elements.js'
import type { Fix } from '../plan/finding.js'
import { clausesOf } from '../plan/given.js'

/** Drops every name of a clause but the first. */
export function keepFirst(element: PlanElement, keyword: string, refs: readonly Ref[]): readonly Fix[] {
  const [first, ...others] = refs
  const clause = clausesOf(element, keyword)[0]?.place
  if (!first || !clause || others.some((ref) => ref.place.end > clause.end)) return []
  return [
    {
      title: t('Keep `{name}` only', { name: first.name }),
      changes: others.map((ref) => ({ type: 'remove-name', place: ref.place, clause })),
      isSafe: false,
    },
  ]
}
