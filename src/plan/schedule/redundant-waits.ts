import type { Step } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { countWaits, type Node, type StepGraph, stepGraph, type Wait, waitsOf } from './step-graph.js'

/** A name in `after` that says nothing new. */
export interface RedundantWait {
  readonly step: Step
  readonly ref: Ref
  /** The first name of the same clause that waits for it already; undefined where the same name stands twice. */
  readonly by: Node | undefined
}

/** The search for longer paths gives up beyond this number of steps, so that no plan can make it slow. */
const mostVisits = 4_000_000

/**
 * Names given twice, and names reached by a longer path as well; in order of the plan.
 *
 * A transitive reduction in topological order (Aho, Garey and Ullman, 1972): what was found superfluous before is left out of later searches,
 * which reach as much without it. No search goes back further than the earliest of a step's names.
 */
export const redundantWaits = once((plan: Plan): readonly RedundantWait[] => {
  const search = new Search(stepGraph(plan))
  const { graph } = search
  const found = new Map<number, readonly RedundantWait[]>()
  for (const index of graph.order) {
    const step = graph.nodes[index]
    if (!step || step.kind === 'phase' || countWaits(graph.before, index) < 2 || search.visits > mostVisits) continue
    const redundant = search.redundantOf(step, index)
    if (redundant.length > 0) found.set(index, redundant)
  }
  return [...found.keys()].sort((a, b) => a - b).flatMap((index) => found.get(index) ?? [])
})

class Search {
  visits = 0
  readonly graph: StepGraph
  /** By node, its place in the topological order. */
  private readonly position: Int32Array
  private readonly visitedFor: Int32Array
  /** By number of a wait: 1 where it says nothing new. */
  private readonly isRedundant: Uint8Array

  constructor(graph: StepGraph) {
    this.graph = graph
    this.position = new Int32Array(graph.nodes.length)
    for (const [place, index] of graph.order.entries()) this.position[index] = place
    this.visitedFor = new Int32Array(graph.nodes.length).fill(-1)
    this.isRedundant = new Uint8Array(graph.before.on.length)
  }

  redundantOf(step: Step, index: number): readonly RedundantWait[] {
    const { before } = this.graph
    const waits = waitsOf(before, index)
    const named = waits.filter((wait) => wait.ref !== undefined)
    if (named.length < 2) return []
    const reachedBy = this.reached(index, named)
    const seen = new Set<number>()
    const redundant: RedundantWait[] = []
    for (const [number, { on, ref }] of waits.entries()) {
      if (!ref) continue
      if (seen.has(on) || reachedBy.has(on)) {
        this.isRedundant[(before.first[index] ?? 0) + number] = 1
        redundant.push({ step, ref, by: reachedBy.get(on) })
      }
      seen.add(on)
    }
    return redundant
  }

  /** The nodes among those waited for that another of them waits for, with that other. */
  private reached(index: number, waits: readonly Wait[]): ReadonlyMap<number, Node | undefined> {
    const { before, nodes } = this.graph
    const place = (node: number) => this.position[node] ?? 0
    const wanted = new Set(waits.map((wait) => wait.on))
    let earliest = Number.POSITIVE_INFINITY
    for (const on of wanted) earliest = Math.min(earliest, place(on))
    const reachedBy = new Map<number, Node | undefined>()
    for (const start of [...wanted].sort((a, b) => place(b) - place(a))) {
      if (reachedBy.has(start)) continue
      const queue = [start]
      for (const current of queue) {
        for (let at = before.first[current] ?? 0; at < (before.first[current + 1] ?? 0); at++) {
          this.visits++
          const on = before.on[at] ?? 0
          if (this.isRedundant[at] === 1 || this.visitedFor[on] === index || place(on) < earliest) continue
          this.visitedFor[on] = index
          if (wanted.has(on)) reachedBy.set(on, nodes[start])
          queue.push(on)
        }
      }
    }
    return reachedBy
  }
}
