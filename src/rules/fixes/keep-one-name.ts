import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Ref } from '../../plan/elements/ref.js'
import { clausesOf } from '../../plan/model/given-clauses.js'

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
