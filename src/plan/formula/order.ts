/** Names in an order in which each stands behind what it rests on, and the loops among them. */
export interface Order {
  readonly order: readonly string[]
  /** Members of each loop in the order of `names`; a name that rests on itself is a loop of one. */
  readonly loops: readonly (readonly string[])[]
}

/**
 * Sorts a dependency graph and finds its loops in one pass over nodes and edges (Tarjan's strongly connected components, without recursion).
 * `restsOn` gives the names that a name rests on; names outside of `names` are passed over.
 */
export function dependencyOrder(names: readonly string[], restsOn: (name: string) => readonly string[]): Order {
  const position = new Map(names.map((name, at) => [name, at]))
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open = new Set<string>()
  const stack: string[] = []
  const order: string[] = []
  const loops: string[][] = []

  const close = (name: string, edges: readonly string[]) => {
    if (low.get(name) !== index.get(name)) return
    const members: string[] = []
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      open.delete(member)
      members.push(member)
      if (member === name) break
    }
    order.push(...members)
    if (members.length === 1 && !edges.includes(name)) return
    loops.push(members.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0)))
  }

  for (const root of names) {
    if (index.has(root)) continue
    const frames: { readonly name: string; readonly edges: readonly string[]; next: number }[] = []
    const enter = (name: string) => {
      index.set(name, index.size)
      low.set(name, index.size - 1)
      stack.push(name)
      open.add(name)
      frames.push({ name, edges: restsOn(name).filter((edge) => position.has(edge)), next: 0 })
    }
    enter(root)
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const edge = frame.edges[frame.next++]
      if (edge === undefined) {
        close(frame.name, frame.edges)
        frames.pop()
        const parent = frames.at(-1)
        if (parent) low.set(parent.name, Math.min(low.get(parent.name) ?? 0, low.get(frame.name) ?? 0))
      } else if (!index.has(edge)) {
        enter(edge)
      } else if (open.has(edge)) {
        low.set(frame.name, Math.min(low.get(frame.name) ?? 0, index.get(edge) ?? 0))
      }
    }
  }
  loops.sort((a, b) => (position.get(a[0] ?? '') ?? 0) - (position.get(b[0] ?? '') ?? 0))
  return { order, loops }
}
