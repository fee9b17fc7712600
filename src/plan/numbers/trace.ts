import type { NumberElement, PlanElement } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { namesIn } from '../formula/walk.js'
import { isActive } from '../model/active.js'
import { once, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import type { Place } from '../text/place.js'

/** How one element leads to the next, read from left to right: why → what → how it is known and done. */
export type Relation =
  | 'solved by'
  | 'supported by'
  | 'measured by'
  | 'guarded by'
  | 'watched by'
  | 'computed from'
  | 'read from'
  | 'worked on by'
  | 'expected to move'

/** One step of the trace, with the place of the name that makes it. */
export interface TraceLink {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly place: Place
  /** For `expected to move`. */
  readonly direction: 'up' | 'down' | undefined
}

/** Problem → goal → metric → source and goal → task → effect, to be followed both ways. Cancelled and dropped elements are left out. */
export interface Trace {
  /** In the order of the plan. */
  readonly links: readonly TraceLink[]
  /** Where an element leads to. */
  readonly from: (name: string) => readonly TraceLink[]
  /** What leads to an element. */
  readonly to: (name: string) => readonly TraceLink[]
}

/** The kinds from which a link goes out, or whose text says that one comes in. */
const linked = ['problem', 'goal', 'task', 'metric', 'measure', 'source'] as const

/** The trace of a plan; computed once. */
export const trace = once((plan: Plan): Trace => {
  const links: TraceLink[] = []
  for (const element of plan.allOf(...linked)) addLinks(plan, element, links)
  let from: ReadonlyMap<string, readonly TraceLink[]> | undefined
  let to: ReadonlyMap<string, readonly TraceLink[]> | undefined
  return {
    links,
    from: (name) => {
      from ??= grouped(links, 'from')
      return from.get(name) ?? []
    },
    to: (name) => {
      to ??= grouped(links, 'to')
      return to.get(name) ?? []
    },
  }
})

/** An element met on the way, with the number of steps to it. */
export interface TraceStep {
  readonly name: string
  readonly distance: number
}

/** Everything that an element leads to, or all that leads to it, nearest first, each once, the element itself left out. */
export function follow(links: Trace, name: string, direction: 'onwards' | 'back'): readonly TraceStep[] {
  const seen = new Set([name])
  const steps: TraceStep[] = [{ name, distance: 0 }]
  for (const step of steps) {
    const next = direction === 'onwards' ? links.from(step.name).map((link) => link.to) : links.to(step.name).map((link) => link.from)
    for (const other of next) {
      if (seen.has(other)) continue
      seen.add(other)
      steps.push({ name: other, distance: step.distance + 1 })
    }
  }
  return steps.slice(1)
}

/** All that a number rests on, itself included: metrics and measures along its formulas, and whether one of the names is unknown. */
export interface Foundation {
  readonly names: ReadonlySet<string>
  readonly isCertain: boolean
}

const foundations = values<string, Foundation>()

/** What a number rests on, by its name. A loop ends where it meets itself. */
export function foundationOf(plan: Plan, name: string): Foundation {
  return foundations(plan).of(name, () => computeFoundation(plan, name))
}

function computeFoundation(plan: Plan, name: string): Foundation {
  const names = new Set([name])
  let isCertain = true
  for (const next of names) {
    const element = plan.find({ name: next }, 'measure', 'metric')
    if (!element) isCertain = false
    if (element?.kind !== 'metric') continue
    for (const ref of element.formula ? namesIn(element.formula.expression) : []) names.add(ref.name)
  }
  return { names, isCertain }
}

function addLinks(plan: Plan, element: PlanElement, links: TraceLink[]): void {
  const link = (from: string, relation: Relation, to: string, place: Place, direction?: 'up' | 'down') =>
    links.push({ from, to, relation, place, direction })
  const number = (ref: Ref): NumberElement | undefined => plan.find(ref, 'measure', 'metric')

  switch (element.kind) {
    case 'problem':
      for (const ref of element.solutions.flatMap((solution) => solution.by)) {
        const answer = plan.find(ref, 'goal', 'task')
        if (answer && isActive(answer)) link(element.name, 'solved by', answer.name, ref.place)
      }
      break
    case 'goal':
      if (!isActive(element)) break
      for (const ref of element.supports) if (plan.isKnown(ref)) link(ref.name, 'supported by', element.name, ref.place)
      for (const aim of element.aims) if (number(aim.number)) link(element.name, 'measured by', aim.number.name, aim.number.place)
      for (const guard of element.guards) if (number(guard.number)) link(element.name, 'guarded by', guard.number.name, guard.number.place)
      for (const ref of element.watches) if (number(ref)) link(element.name, 'watched by', ref.name, ref.place)
      break
    case 'task':
      if (!isActive(element)) break
      for (const ref of element.for) {
        const goal = plan.find(ref, 'goal')
        if (goal && isActive(goal)) link(goal.name, 'worked on by', element.name, ref.place)
      }
      for (const effect of element.expects) {
        if (number(effect.number))
          link(element.name, 'expected to move', effect.number.name, effect.number.place, effect.direction.direction)
      }
      break
    case 'metric':
      for (const ref of element.formula ? namesIn(element.formula.expression) : []) {
        if (number(ref)) link(element.name, 'computed from', ref.name, ref.place)
      }
      break
    case 'measure':
      if (element.from && plan.isKnown(element.from.origin))
        link(element.name, 'read from', element.from.origin.name, element.from.origin.place)
      break
    case 'source':
      if (element.from && plan.isKnown(element.from)) link(element.name, 'read from', element.from.name, element.from.place)
      break
    default:
  }
}

function grouped(links: readonly TraceLink[], end: 'from' | 'to'): ReadonlyMap<string, readonly TraceLink[]> {
  const groups = new Map<string, TraceLink[]>()
  for (const link of links) {
    const group = groups.get(link[end])
    if (group) group.push(link)
    else groups.set(link[end], [link])
  }
  return groups
}
