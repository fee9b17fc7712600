import { type Phase, type Step, stepKinds, waitedKinds } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { relativeDatesOf, settledDays } from './relative-days.js'

/** What can wait and be waited for. A phase stands for all that it holds. */
export type Node = Step | Phase

/** `node` waits for `on`, said by `ref`; undefined where a phase waits for what it holds. */
export interface Wait {
  readonly on: number
  readonly ref: Ref | undefined
}

/** A loop of waiting, written as a path: each waits for the next, the last for the first. */
export interface Loop {
  readonly path: readonly Node[]
  /** The names in `after` clauses along the path, with the step that holds each. */
  readonly waits: readonly { readonly step: Step; readonly ref: Ref }[]
}

/** The waits of all nodes in one row, which spares a list for each: those of node n stand from `first[n]` up to `first[n + 1]`. */
export interface Waits {
  readonly first: Int32Array
  readonly on: Int32Array
  readonly refs: readonly Wait['ref'][]
}

/** The nodes that wait for each node, in one row as well. */
export interface Waiting {
  readonly first: Int32Array
  readonly nodes: Int32Array
}

/** Who waits for whom among tasks, milestones and phases that are not cancelled. Nodes are numbered in order of the plan. */
export interface StepGraph {
  readonly nodes: readonly Node[]
  readonly indexOf: ReadonlyMap<Node, number>
  readonly before: Waits
  readonly behind: Waiting
  /** Every node that no loop keeps from having a date, predecessors and what its relative dates count from first. */
  readonly order: readonly number[]
  /** 1 for a node in a loop or behind one. */
  readonly isStuck: Uint8Array
  readonly loops: readonly Loop[]
}

/** The graph of a plan; computed once, linear in steps and `after` names. */
export const stepGraph = onceWhileSame((plan: Plan): StepGraph => {
  const nodes: Node[] = []
  const indexOf = new Map<Node, number>()
  for (const element of plan.allOf('phase', ...stepKinds)) {
    if (element.kind === 'phase' || element.mark !== 'cancelled') indexOf.set(element, nodes.push(element) - 1)
  }
  const { from, on, refs } = connections(plan, nodes, indexOf)
  const anchored = anchorsOf(plan, nodes, indexOf)
  const [before, behind] = both({ from, on, refs }, nodes.length)
  if (anchored.from.length > 0) {
    const all = { from: [...from, ...anchored.from], on: [...on, ...anchored.on], refs: [...refs, ...anchored.refs] }
    return inOrder(nodes, indexOf, before, behind, ...both(all, nodes.length))
  }
  return inOrder(nodes, indexOf, before, behind, before, behind)
})

/** `waits` and `waiting` are all that has to be known before, dates included. */
function inOrder(
  nodes: readonly Node[],
  indexOf: ReadonlyMap<Node, number>,
  before: Waits,
  behind: Waiting,
  waits: Waits,
  waiting: Waiting,
): StepGraph {
  const { order, isStuck } = sorted(waits, waiting)
  return { nodes, indexOf, before, behind, order, isStuck, loops: loopsIn(nodes, waits, isStuck) }
}

interface Connections {
  readonly from: readonly number[]
  readonly on: readonly number[]
  readonly refs: readonly Wait['ref'][]
}

/** Connections by the node that waits, and by the one that is waited for. */
function both({ from, on, refs }: Connections, count: number): readonly [Waits, Waiting] {
  const byNode = grouped(from, count)
  const byOther = grouped(on, count)
  return [
    { first: byNode.first, on: byNode.members.map((connection) => on[connection] ?? 0), refs: inOrderOf(byNode.members, refs) },
    { first: byOther.first, nodes: byOther.members.map((connection) => from[connection] ?? 0) },
  ]
}

/** The steps whose days must be known before the relative dates of others: anchors without a written date. */
function anchorsOf(plan: Plan, nodes: readonly Node[], indexOf: ReadonlyMap<Node, number>): Connections {
  const from: number[] = []
  const on: number[] = []
  const refs: Wait['ref'][] = []
  const settled = settledDays(plan)
  if (settled.size > 0)
    for (const [index, node] of nodes.entries()) {
      if (node.kind === 'phase') continue
      for (const relative of relativeDatesOf(node)) {
        const { anchor } = relative
        if (typeof anchor === 'string' || !Number.isNaN(settled.get(relative))) continue
        const other = plan.find(anchor, ...waitedKinds)
        const known = other && indexOf.get(other)
        if (known === undefined) continue
        from.push(index)
        on.push(known)
        refs.push(anchor)
      }
    }
  return { from, on, refs }
}

/** Who waits for whom, node by node and in the order of its names; the entries at one position belong together. */
function connections(plan: Plan, nodes: readonly Node[], indexOf: ReadonlyMap<Node, number>) {
  const from: number[] = []
  const on: number[] = []
  const refs: Wait['ref'][] = []
  const connect = (node: number, other: number, ref: Wait['ref']): void => {
    from.push(node)
    on.push(other)
    refs.push(ref)
  }
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node || node.kind === 'phase') continue
    for (const ref of node.after) {
      const other = plan.find(ref, ...waitedKinds)
      const known = other && indexOf.get(other)
      if (known !== undefined) connect(index, known, ref)
    }
    const phase = node.phase === undefined ? undefined : plan.find({ name: node.phase }, 'phase')
    const around = phase && indexOf.get(phase)
    if (around !== undefined) connect(around, index, undefined)
  }
  return { from, on, refs }
}

/** Positions by group: those of group n stand from `first[n]` up to `first[n + 1]`, in order. */
function grouped(groupAt: readonly number[], count: number): { readonly first: Int32Array; readonly members: Int32Array } {
  const first = new Int32Array(count + 1)
  for (const group of groupAt) first[group + 1] = (first[group + 1] ?? 0) + 1
  for (let group = 1; group <= count; group++) first[group] = (first[group] ?? 0) + (first[group - 1] ?? 0)
  const members = new Int32Array(groupAt.length)
  const next = first.slice()
  for (let position = 0; position < groupAt.length; position++) {
    const group = groupAt[position] ?? 0
    const place = next[group] ?? 0
    members[place] = position
    next[group] = place + 1
  }
  return { first, members }
}

function inOrderOf<T>(positions: Int32Array, list: readonly T[]): (T | undefined)[] {
  const ordered: (T | undefined)[] = []
  for (const position of positions) ordered.push(list[position])
  return ordered
}

/** How many waits a node has. */
export function countWaits({ first }: Waits, node: number): number {
  return (first[node + 1] ?? 0) - (first[node] ?? 0)
}

/** The waits of a node as a list, in order. */
export function waitsOf({ first, on, refs }: Waits, node: number): readonly Wait[] {
  const waits: Wait[] = []
  for (let at = first[node] ?? 0; at < (first[node + 1] ?? 0); at++) waits.push({ on: on[at] ?? 0, ref: refs[at] })
  return waits
}

/** Kahn's algorithm: a node is taken once all that it waits for has been. */
function sorted(before: Waits, behind: Waiting): { order: number[]; isStuck: Uint8Array } {
  const count = before.first.length - 1
  const missing = new Int32Array(count)
  const order: number[] = []
  for (let index = 0; index < count; index++) {
    missing[index] = countWaits(before, index)
    if (missing[index] === 0) order.push(index)
  }
  for (const index of order) {
    for (let at = behind.first[index] ?? 0; at < (behind.first[index + 1] ?? 0); at++) {
      const next = behind.nodes[at] ?? 0
      missing[next] = (missing[next] ?? 0) - 1
      if (missing[next] === 0) order.push(next)
    }
  }
  const isStuck = new Uint8Array(count).fill(1)
  for (const index of order) isStuck[index] = 0
  return { order, isStuck }
}

function loopsIn(nodes: readonly Node[], before: Waits, isStuck: Uint8Array): Loop[] {
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
function shortestWayBack(before: Waits, first: number, inside: ReadonlySet<number>): readonly Wait[] | undefined {
  const cameBy = new Map<number, { readonly from: number; readonly wait: Wait }>()
  const queue = [first]
  for (const index of queue) {
    for (const wait of waitsOf(before, index)) {
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
function strongComponents(before: Waits, isStuck: Uint8Array): readonly (readonly number[])[] {
  const found = new Int32Array(isStuck.length)
  const lowest = new Int32Array(isStuck.length)
  const isOpen = new Uint8Array(isStuck.length)
  const nextWait = before.first.slice()
  const open: number[] = []
  const components: number[][] = []
  let count = 0
  for (let root = 0; root < isStuck.length; root++) {
    if (!isStuck[root] || found[root]) continue
    const walk = [root]
    for (let index = walk.at(-1); index !== undefined; index = walk.at(-1)) {
      if (!found[index]) {
        found[index] = lowest[index] = ++count
        isOpen[index] = 1
        open.push(index)
      }
      const wait = nextWait[index] ?? 0
      if (wait < (before.first[index + 1] ?? 0)) {
        nextWait[index] = wait + 1
        const on = before.on[wait] ?? 0
        if (!isStuck[on]) continue
        if (!found[on]) walk.push(on)
        else if (isOpen[on]) lowest[index] = Math.min(lowest[index] ?? 0, found[on] ?? 0)
        continue
      }
      walk.pop()
      const parent = walk.at(-1)
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent] ?? 0, lowest[index] ?? 0)
      if (lowest[index] !== found[index]) continue
      const members = open.splice(open.lastIndexOf(index))
      for (const member of members) isOpen[member] = 0
      const isLoop = members.length > 1 || waitsOf(before, index).some(({ on }) => on === index)
      if (isLoop) components.push(members.sort((a, b) => a - b))
    }
  }
  return components.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
