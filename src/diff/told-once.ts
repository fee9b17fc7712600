import type { Change } from './changes.js'
import { effectKey } from './effects.js'

/** What several plans say about an element that they share stands with the first of them, unless a later plan adds an effect of its own. */
export function toldOnce<D extends { readonly changes: readonly Change[] }>(diffs: readonly D[]): readonly D[] {
  const told = new Map<string, Set<string>>()
  return diffs.map((diff) => ({
    ...diff,
    changes: diff.changes.filter((change) => {
      const key = keyOf(change)
      const known = told.get(key)
      const effects = change.effects.map(effectKey)
      told.set(key, new Set([...(known ?? []), ...effects]))
      return !known || effects.some((effect) => !known.has(effect))
    }),
  }))
}

function keyOf({ code, item, before, after, old, new: now }: Change): string {
  const place = (after ?? before)?.place
  return JSON.stringify([code, item, place?.file, place?.start, old, now])
}
