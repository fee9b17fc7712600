import type { ElementKind, PlanElement } from './elements.js'

/**
 * What a computation has looked at of a plan: a set of bits, one for the elements of a kind (kinds that seldom change share one), one for
 * names that mean nothing, one for the texts. What an edit has changed is such a set too, so that whatever has looked at none of it still
 * holds.
 */
export type Reads = number

export const nothing: Reads = 0
/** Names that mean nothing: an edit may declare them. */
export const names: Reads = 1 << 0
/** What every edit changes: faults, files, the order in which things stand. */
export const texts: Reads = 1 << 1

const bitOf: Readonly<Record<ElementKind, Reads>> = {
  strategy: 1 << 2,
  objective: 1 << 3,
  person: 1 << 4,
  role: 1 << 5,
  team: 1 << 6,
  stakeholder: 1 << 7,
  source: 1 << 8,
  measure: 1 << 9,
  metric: 1 << 10,
  benchmark: 1 << 11,
  actuals: 1 << 12,
  goal: 1 << 13,
  phase: 1 << 14,
  task: 1 << 15,
  milestone: 1 << 16,
  communication: 1 << 17,
  sla: 1 << 18,
  report: 1 << 19,
  channel: 1 << 20,
  campaign: 1 << 21,
  send: 1 << 21,
  segment: 1 << 22,
  tool: 1 << 23,
  budget: 1 << 24,
  line: 1 << 24,
  problem: 1 << 25,
  risk: 1 << 26,
  assumption: 1 << 26,
  review: 1 << 27,
  journey: 1 << 28,
  stage: 1 << 28,
  workflow: 1 << 29,
  scoring: 1 << 29,
  score: 1 << 29,
  item: 1 << 15,
}

/** The elements of a kind. */
export function elementsOf(kind: ElementKind): Reads {
  return bitOf[kind]
}

/** The elements of all kinds, with their names. */
export const everyElement: Reads = Object.values(bitOf).reduce((all, bit) => all | bit, names)
export const everything: Reads = everyElement | texts

/** What it says that some elements have come or gone, or changed; whether names have changed is told apart. */
export function readsOf(changed: readonly PlanElement[]): Reads {
  return changed.reduce((all, { kind }) => all | bitOf[kind], nothing)
}

let seen: Reads = nothing
let alone: PlanElement | undefined

/** Says that a plan was looked at. */
export function note(reads: Reads): void {
  seen |= reads
}

/** What a computation gives, and what it has looked at; whatever it is part of has looked at that too. */
export interface Observed<T> {
  readonly value: T
  readonly reads: Reads
}

/** Watches what a computation looks at. */
export function observed<T>(compute: () => T): Observed<T> {
  const [outer, outerAlone] = [seen, alone]
  seen = nothing
  alone = undefined
  try {
    const value = compute()
    return { value, reads: seen }
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
