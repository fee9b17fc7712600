import type { ElementKind, PlanElement } from '../elements/elements.js'

/**
 * What a computation has looked at of a plan: a set of bits, one for the elements of a kind (kinds that seldom change share one), one for
 * names that mean nothing, one for the texts. What an edit has changed is such a set too, so that whatever has looked at none of it still
 * holds.
 */
export type Dependencies = number

export const nothing: Dependencies = 0
/** Names that mean nothing: an edit may declare them. */
export const names: Dependencies = 1 << 0
/** What every edit changes: faults, files, the order in which things stand. */
export const texts: Dependencies = 1 << 1

/** Kinds that one bit stands for: those that seldom change, and parts with what they stand in. There is room for 29. */
const groups = [
  ['strategy'],
  ['objective'],
  ['person'],
  ['role', 'team'],
  ['stakeholder'],
  ['source'],
  ['measure'],
  ['metric'],
  ['benchmark'],
  ['actuals'],
  ['goal'],
  ['phase'],
  ['task', 'item'],
  ['milestone', 'decision'],
  ['communication'],
  ['sla'],
  ['report'],
  ['channel', 'segment'],
  ['campaign', 'send'],
  ['tool'],
  ['budget', 'line'],
  ['problem', 'risk', 'assumption'],
  ['review'],
  ['journey', 'stage', 'workflow', 'scoring', 'score'],
] as const satisfies readonly (readonly ElementKind[])[]

/** Fails to compile when a kind stands in no group. */
const bitOf: Readonly<Record<(typeof groups)[number][number], Dependencies>> & Readonly<Record<ElementKind, Dependencies>> =
  Object.fromEntries(groups.flatMap((kinds, index) => kinds.map((kind) => [kind, 1 << (index + 2)]))) as Record<
    (typeof groups)[number][number],
    Dependencies
  > // a bit for each kind of each group

/** The elements of a kind. */
export function elementsOf(kind: ElementKind): Dependencies {
  return bitOf[kind]
}

/** The elements of all kinds, with their names. */
export const everyElement: Dependencies = Object.values(bitOf).reduce((all, bit) => all | bit, names)
export const everything: Dependencies = everyElement | texts

/** What it says that some elements have come or gone, or changed; whether names have changed is told apart. */
export function dependenciesOf(changed: readonly PlanElement[]): Dependencies {
  return changed.reduce((all, { kind }) => all | bitOf[kind], nothing)
}

let seen: Dependencies = nothing
let alone: PlanElement | undefined

/** Says that a plan was looked at. */
export function note(dependencies: Dependencies): void {
  seen |= dependencies
}

/** What a computation gives, and what it has looked at; whatever it is part of has looked at that too. */
export interface Observed<T> {
  readonly value: T
  readonly dependencies: Dependencies
}

/** Watches what a computation looks at. */
export function observed<T>(compute: () => T): Observed<T> {
  const outer = seen
  const outerAlone = alone
  seen = nothing
  alone = undefined
  try {
    const value = compute()
    return { value, dependencies: seen }
  } finally {
    seen |= outer
    alone = outerAlone
  }
}

/** Computes without noting what is looked at. */
export function unnoticed<T>(compute: () => T): T {
  const outer = seen
  try {
    return compute()
  } finally {
    seen = outer
  }
}

/**
 * Looks at one element after the other. What is found for an element alone holds as long as it is the same, so that looking at it need not
 * be noted; nor need what `ofItself` gives for it.
 */
export function lookAt<E extends PlanElement>(elements: readonly E[], look: (element: E) => void): void {
  try {
    for (const element of elements) {
      alone = element
      look(element)
    }
  } finally {
    alone = undefined
  }
}

/** Something that belongs to one element; who looks at elements one after the other is told otherwise when it changes. */
export function ofItself<T>(element: PlanElement, compute: () => T): T {
  return element === alone ? unnoticed(compute) : compute()
}
