import type { PlanElement } from './elements.js'
import type { Plan } from './plan.js'
import { names, nothing, type Reads, readsOf, texts } from './reads.js'

/** What makes two versions of a plan differ. */
export interface PlanChange {
  readonly reads: Reads
  readonly removed: readonly PlanElement[]
  readonly added: readonly PlanElement[]
}

/** Something that was computed from a plan and may hold for its next version. */
export interface Kept {
  /** Forgets what a change makes untrue. */
  readonly outlive: (change: PlanChange) => void
}

/** What has been computed from a plan and is handed on from version to version: each holds for the plan that has it. */
export class Memory {
  private readonly kept = new Map<object, Kept>()

  /** With the names that were looked up in whatever version of the plan and meant nothing. */
  constructor(readonly asked = new Set<string>()) {}

  /** What is kept for a computation, which is its own key. */
  of<K extends Kept>(computation: object, create: () => K): K {
    const known = this.kept.get(computation)
    if (known) return known as K // what stands at a computation's key is its own
    const made = create()
    this.kept.set(computation, made)
    return made
  }

  outlive(change: PlanChange): void {
    for (const one of this.kept.values()) one.outlive(change)
  }
}

/** Names that mean nothing are seldom; those of a long session are not remembered for ever. */
const mostAsked = 10_000

/**
 * What has changed from one version of a plan to the next. Undefined where nothing can be kept: another root, strategy, stage, status date,
 * data or base revision, or a changed name that several elements bear. Cost: linear in the number of elements, with a very small constant.
 */
export function changeBetween(before: Plan, after: Plan): PlanChange | undefined {
  const isSameFrame =
    before.root === after.root &&
    before.strategy === after.strategy &&
    before.stage === after.stage &&
    before.statusDate.date === after.statusDate.date &&
    before.statusDate.origin === after.statusDate.origin &&
    before.source.data === after.source.data &&
    before.earlier === after.earlier &&
    before.memory.asked.size < mostAsked
  if (!isSameFrame) return undefined
  const changed = difference(before.elements, after.elements)
  if (!changed) return undefined
  const { removed, added } = changed
  if ([...removed, ...added].some(({ name }) => before.sharedNames.has(name) || after.sharedNames.has(name))) return undefined
  const hasOtherNames = isOtherName(removed, added, before.memory.asked) || isOtherName(added, removed, before.memory.asked)
  return { reads: texts | readsOf(removed) | readsOf(added) | (hasOtherNames ? names : nothing), removed, added }
}

/** True when a name that somebody has asked for in vain comes or goes. */
function isOtherName(list: readonly PlanElement[], others: readonly PlanElement[], asked: ReadonlySet<string>): boolean {
  return list.some(({ kind, name }) => asked.has(name) && !others.some((other) => other.name === name && other.kind === kind))
}

/** The elements of one list that the other has not; undefined where those of both stand in another order. */
function difference(before: readonly PlanElement[], after: readonly PlanElement[]): Omit<PlanChange, 'reads'> | undefined {
  const shorter = Math.min(before.length, after.length)
  let front = 0
  while (front < shorter && before[front] === after[front]) front++
  let back = 0
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++
  const old = new Set(before.slice(front, before.length - back))
  const fresh = new Set(after.slice(front, after.length - back))
  const stayed = [...fresh].filter((one) => old.has(one))
  if (![...old].filter((one) => fresh.has(one)).every((one, index) => one === stayed[index])) return undefined
  return { removed: [...old].filter((one) => !fresh.has(one)), added: [...fresh].filter((one) => !old.has(one)) }
}
