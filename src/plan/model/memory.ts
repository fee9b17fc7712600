import type { PlanElement } from '../elements/elements.js'
import type { Dependencies } from './dependencies.js'

/** What makes two versions of a plan differ. */
export interface PlanChange {
  readonly dependencies: Dependencies
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
