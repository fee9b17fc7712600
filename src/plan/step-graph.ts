import type { Milestone, Phase, Ref, Task } from './elements.js'
import { once } from './once.js'
import type { Plan } from './plan.js'

/** What can wait and be waited for. A phase stands for all that it holds. */
export type Node = Task | Milestone | Phase

/** `node` waits for `on`, said by `ref`; undefined where a phase waits for what it holds. */
export interface Wait {
  readonly on: number
  readonly ref: Ref | undefined
}

/** A loop of waiting, written as a path: each waits for the next, the last for the first. */
export interface Loop {
  readonly path: readonly Node[]
  /** The names in `after` clauses along the path, with the step that holds each. */
  readonly waits: readonly { readonly step: Task | Milestone; readonly ref: Ref }[]
}

/** Who waits for whom among tasks, milestones and phases that are not cancelled. Nodes are numbered in order of the plan. */
export interface StepGraph {
  readonly nodes: readonly Node[]
  readonly indexOf: ReadonlyMap<Node, number>
  readonly before: readonly (readonly Wait[])[]
  readonly behind: readonly (readonly number[])[]
  /** Every node that no loop keeps from having a date, predecessors first. */
  readonly order: readonly number[]
  /** 1 for a node in a loop or behind one. */
  readonly isStuck: Uint8Array
  readonly loops: readonly Loop[]
}

/** The graph of a plan; computed once, linear in steps and `after` names. */
export const stepGraph = once((plan: Plan): StepGraph => {
  const nodes: Node[] = []
  const indexOf = new Map<Node, number>()
  for (const element of plan.allOf('phase', 'task', 'milestone')) {
    if (element.kind === 'phase' || element.mark !== 'cancelled') indexOf.set(element, nodes.push(element) - 1)
  }
  const before: Wait[][] = nodes.map(() => [])
  const behind: number[][] = nodes.map(() => [])
  const connect = (from: number, on: number, ref: Ref | undefined): void => {
    before[from]?.push({ on, ref })
    behind[on]?.push(from)
  }
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'phase') continue
    for (const ref of node.after) {
      const other = plan.find(ref, 'task', 'milestone', 'phase')
      const on = other && indexOf.get(other)
      if (on !== undefined) connect(index, on, ref)
    }
    const phase = node.phase === undefined ? undefined : plan.find({ name: node.phase }, 'phase')
    const around = phase && indexOf.get(phase)
    if (around !== undefined) connect(around, index, undefined)
  }
  const { order, isStuck } = sorted(before, behind)
  return { nodes, indexOf, before, behind, order, isStuck, loops: loopsIn(nodes, before, isStuck) }
})

/** Kahn's algorithm: a node is taken once all that it waits for has been. */
function sorted(before: readonly (readonly Wait[])[], behind: readonly (readonly number[])[]): { order: number[]; isStuck: Uint8Array } {
  const missing = before.map((waits) => waits.length)
  const order: number[] = []
  missing.forEach((count, index) => {
    if (count === 0) order.push(index)
  })
  for (const index of order) {
    for (const next of behind[index] ?? []) {
      missing[next] = (missing[next] ?? 0) - 1
      if (missing[next] === 0) order.push(next)
    }
  }
  const isStuck = new Uint8Array(before.length).fill(1)
  for (const index of order) isStuck[index] = 0
  return { order, isStuck }
}

function loopsIn(nodes: readonly Node[], before: readonly (readonly Wait[])[], isStuck: Uint8Array): Loop[] {
  if (!isStuck.includes(1)) return []
  const components = strongComponents(before, isStuck)
  const loops: Loop[] = []
  for (const members of components) {
    const inside = new Set(members)
    const first = members.find((index) => nodes[index]?.kind !== 'phase')
    if (first === undefined) continue
    const waits = shortestWayBack(before, first, inside)
    if (!waits) continue
    const path = [first, ...waits.slice(0, -1).map((wait) => wait.on)].map((index) => nodes[index]).filter((node) => node !== undefined)
    const named = waits.flatMap((wait, index) => {
      const step = path[index]
      return wait.ref && step && step.kind !== 'phase' ? [{ step, ref: wait.ref }] : []
    })
    loops.push({ path, waits: named })
  }
  return loops
}

/** The waits of the shortest walk from a node back to itself, breadth first. */
function shortestWayBack(before: readonly (readonly Wait[])[], first: number, inside: ReadonlySet<number>): readonly Wait[] | undefined {
  const cameBy = new Map<number, { readonly from: number; readonly wait: Wait }>()
  const queue = [first]
  for (const index of queue) {
    for (const wait of before[index] ?? []) {
      if (wait.on === first) return walked(cameBy, index, wait)
      if (!inside.has(wait.on) || cameBy.has(wait.on)) continue
      cameBy.set(wait.on, { from: index, wait })
      queue.push(wait.on)
    }
  }
  return undefined
}

function walked(cameBy: ReadonlyMap<number, { readonly from: number; readonly wait: Wait }>, last: number, closing: Wait): readonly Wait[] {
  const waits = [closing]
  for (let step = cameBy.get(last); step; step = cameBy.get(step.from)) waits.push(step.wait)
  return waits.reverse()
}

/** Tarjan's strongly connected components among the stuck nodes, without recursion; single nodes only where they wait for themselves. */
function strongComponents(before: readonly (readonly Wait[])[], isStuck: Uint8Array): readonly (readonly number[])[] {
  const found = new Int32Array(before.length)
  const lowest = new Int32Array(before.length)
  const isOpen = new Uint8Array(before.length)
  const nextWait = new Int32Array(before.length)
  const open: number[] = []
  const components: number[][] = []
  let count = 0
  for (let root = 0; root < before.length; root++) {
    if (!isStuck[root] || found[root]) continue
    const walk = [root]
    for (let index = walk.at(-1); index !== undefined; index = walk.at(-1)) {
      if (!found[index]) {
        found[index] = lowest[index] = ++count
        isOpen[index] = 1
        open.push(index)
      }
      const wait = before[index]?.[nextWait[index] ?? 0]
      if (wait) {
        nextWait[index] = (nextWait[index] ?? 0) + 1
        if (!isStuck[wait.on]) continue
        if (!found[wait.on]) walk.push(wait.on)
        else if (isOpen[wait.on]) lowest[index] = Math.min(lowest[index] ?? 0, found[wait.on] ?? 0)
        continue
      }
      walk.pop()
      const parent = walk.at(-1)
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[index] ?? 0)
      if (lowest[index] !== found[index]) continue
      const members = open.splice(open.lastIndexOf(index))
      for (const member of members) isOpen[member] = 0
      const isLoop = members.length > 1 || (before[index] ?? []).some((other) => other.on === index)
      if (isLoop) components.push(members.sort((a, b) => a - b))
    }
  }
  return components.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
