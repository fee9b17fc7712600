import type { Milestone, Task } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { countWaits, type Node, stepGraph, waitsOf } from './step-graph.js'

/** A name in `after` that says nothing new. */
export interface RedundantWait {
  readonly step: Task | Milestone
  readonly ref: Ref
  /** The first name of the same clause that waits for it already; undefined where the same name stands twice. */
  readonly by: Node | undefined
}

/** The search for longer paths gives up beyond this number of steps, so that no plan can make it slow. */
const mostVisits = 4_000_000

/** Names given twice, and names reached by a longer path as well. Looks back no further than the earliest of a step's names. */
export const redundantWaits = once((plan: Plan): readonly RedundantWait[] => {
  const graph = stepGraph(plan)
  const { first } = graph.before
  const position = new Int32Array(graph.nodes.length)
  graph.order.forEach((index, place) => {
    position[index] = place
  })
  const visitedFor = new Int32Array(graph.nodes.length).fill(-1)
  const redundant: RedundantWait[] = []
  let visits = 0
  for (const [index, step] of graph.nodes.entries()) {
    if (step.kind === 'phase' || graph.isStuck[index] === 1 || countWaits(graph.before, index) < 2) continue
    const waits = waitsOf(graph.before, index).filter((wait) => wait.ref !== undefined)
    if (waits.length < 2 || visits > mostVisits) continue
    const wanted = new Set(waits.map((wait) => wait.on))
    const earliest = Math.min(...[...wanted].map((on) => position[on] ?? 0))
    const reachedBy = new Map<number, Node | undefined>()
    for (const start of [...wanted].sort((a, b) => (position[b] ?? 0) - (position[a] ?? 0))) {
      if (reachedBy.has(start)) continue
      const queue = [start]
      for (const current of queue) {
        for (let at = first[current] ?? 0; at < (first[current + 1] ?? 0); at++) {
          const on = graph.before.on[at] ?? 0
          visits++
          if (visitedFor[on] === index || (position[on] ?? 0) < earliest) continue
          visitedFor[on] = index
          if (wanted.has(on)) reachedBy.set(on, graph.nodes[start])
          queue.push(on)
        }
      }
    }
    const seen = new Set<number>()
    for (const { on, ref } of waits) {
      if (ref && (seen.has(on) || reachedBy.has(on))) redundant.push({ step, ref, by: reachedBy.get(on) })
      seen.add(on)
    }
  }
  return redundant
})
