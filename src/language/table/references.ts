import { type ElementKind, elementKinds, type PlanElement } from '../../plan/elements/elements.js'

type Kind = PlanElement['kind']

/** What the names of a clause may mean: the kinds that fit, and the words for them in messages. */
export interface Takes {
  readonly kinds: readonly Kind[]
  readonly words: string
}

const kindWords: Partial<Record<ElementKind, string>> = { sla: 'SLA', line: 'budget line', stage: 'journey stage', actuals: 'actuals' }

/** The word for a kind in messages: `sla` is `SLA`, `line` is `budget line`. */
export function kindWord(kind: ElementKind): string {
  return kindWords[kind] ?? kind
}

/** Kinds whose elements have no name of their own, so that nothing can point at them. */
const namelessKinds = ['actuals', 'send', 'score', 'item'] as const

export function isNameless(kind: ElementKind): boolean {
  return (namelessKinds as readonly string[]).includes(kind)
}

export function takes(...kinds: readonly Kind[]): Takes {
  const words = kinds.map(kindWord)
  const last = words.at(-1) ?? ''
  return { kinds, words: words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}` }
}

export const actor = takes('person', 'team', 'role', 'stakeholder')
export const widerAudience = takes('person', 'team', 'role', 'stakeholder', 'segment')
export const person = takes('person')
export const number = takes('measure', 'metric')
export const medium = takes('channel', 'tool', 'report')
export const step = takes('task', 'milestone', 'decision', 'phase')
export const goal = takes('goal')
export const tool = takes('tool')
export const line = takes('line')
export const stakeholder = takes('stakeholder')
export const journeyStage = takes('stage')
export const anyElement: Takes = {
  kinds: elementKinds.filter((kind): kind is Exclude<ElementKind, (typeof namelessKinds)[number]> => !isNameless(kind)),
  words: 'element of the plan',
}
