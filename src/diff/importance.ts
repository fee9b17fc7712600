import { compareText } from '../plan/text/compare-text.js'
import type { Change } from './changes.js'
import type { Effect } from './effects.js'
import { changeClasses, type Group, groups } from './taxonomy.js'

/** Where an element has several changes, each effect goes to the one that it fits best. */
export function withEffects(changes: readonly Change[], effects: readonly Effect[]): readonly Change[] {
  const sorted = [...changes].sort(byImportance)
  const own = new Map<Change, Effect[]>()
  for (const effect of effects) {
    const wanted = groupsOf(effect)
    const best = sorted.find((change) => fits(change, wanted)) ?? sorted.find(({ code }) => !isWording(code)) ?? sorted[0]
    if (best) own.set(best, [...(own.get(best) ?? []), effect])
  }
  return changes.map((change) => ({ ...change, effects: own.get(change) ?? [] }))
}

function fits({ group, code }: Change, wanted: readonly Group[]): boolean {
  return wanted.includes(group) && !isWording(code)
}

function isWording(code: string): boolean {
  return code === 'element/renamed' || code === 'element/retitled' || code.startsWith('element/note')
}

function groupsOf(effect: Effect): readonly Group[] {
  switch (effect.type) {
    case 'end':
    case 'moved':
    case 'slack':
      return ['schedule']
    case 'coverage':
      return ['communication', 'people']
    case 'load':
    case 'hours':
      return ['people', 'schedule']
    case 'budget':
      return ['money']
    case 'target':
    case 'needed':
      return ['goals']
    case 'finding':
      return groupsOfFamily(effect.finding.code.split('/')[0] ?? '')
  }
}

function groupsOfFamily(family: string): readonly Group[] {
  switch (family) {
    case 'smart':
      return ['goals']
    case 'schedule':
      return ['schedule', 'people']
    case 'coverage':
      return ['people', 'communication']
    case 'communication':
    case 'sla':
    case 'report':
      return ['communication']
    case 'formula':
      return ['numbers', 'goals']
    case 'budget':
      return ['money']
    default:
      return ['checks']
  }
}

/** Class, then group, then the number of effects, then the place in the text. */
export function byImportance(a: Change, b: Change): number {
  return (
    changeClasses.indexOf(a.class) - changeClasses.indexOf(b.class) ||
    groups.indexOf(a.group) - groups.indexOf(b.group) ||
    b.effects.length - a.effects.length ||
    compareText(placeKey(a), placeKey(b)) ||
    compareText(a.code, b.code) ||
    compareText(a.item, b.item)
  )
}

function placeKey({ before, after }: Change): string {
  const { file, start } = (after ?? before)?.place ?? { file: '', start: 0 }
  return `${file} ${String(start).padStart(12, '0')}`
}
