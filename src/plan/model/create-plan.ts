import type { ElementOf, PlanElement, Stage, Strategy } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import type { PlanSource } from '../elements/source.js'
import { createCalendar } from '../quantity/calendar.js'
import type { PlainDate } from '../quantity/quantity.js'
import { elementsOf, everyElement, everything, names, note } from './dependencies.js'
import { faultIndex } from './fault-index.js'
import { Memory } from './memory.js'
import type { Plan } from './plan.js'
import { changeBetween } from './plan-change.js'
import { statusDate } from './status-date.js'

export interface PlanSettings {
  /** The status date that the caller asks for. */
  readonly today?: PlainDate | undefined
  /** What the clock says, used when neither the caller nor the plan names a status date. */
  readonly clock: PlainDate
  /** Judges the plan as if it were at this stage. */
  readonly stage?: Stage | undefined
  readonly earlier?: Plan | undefined
}

/**
 * Makes a plan, or a library when no file of the source has a strategy. `before`, its last version, hands over what still holds. Cost:
 * linear in the number of elements.
 */
export function createPlan(source: PlanSource, settings: PlanSettings, before?: Plan): Plan {
  const elements = source.files.flatMap((file) => file.elements)
  const byKind = new Map<PlanElement['kind'], PlanElement[]>()
  const named = new Map<string, PlanElement>()
  const shared = new Set<string>()
  for (const element of elements) {
    const known = byKind.get(element.kind)
    if (known) known.push(element)
    else byKind.set(element.kind, [element])
    if (!element.name) continue
    if (named.has(element.name)) shared.add(element.name)
    else named.set(element.name, element)
  }
  const strategy = strategyOf(source, byKind.get('strategy') ?? [])
  /** What a name means changes with that element, or when an element comes to bear it. */
  const lookUp = (name: string): PlanElement | undefined => {
    const element = named.get(name)
    if (element) note(elementsOf(element.kind))
    else {
      note(names)
      plan.memory.asked.add(name)
    }
    return element
  }
  const find = <K extends PlanElement['kind']>(ref: Pick<Ref, 'name'> | undefined, ...kinds: readonly K[]): ElementOf<K> | undefined => {
    const element = ref && lookUp(ref.name)
    return element && isOneOf(element, kinds) ? element : undefined
  }
  const findAll = <K extends PlanElement['kind']>(refs: readonly Ref[], ...kinds: readonly K[]): readonly ElementOf<K>[] => {
    const first = refs[0] // a pattern would make an iterator, and this is asked more often than anything else
    if (!first) return []
    if (refs.length === 1) {
      const only = lookUp(first.name)
      return only && isOneOf(only, kinds) ? [only] : []
    }
    const found: ElementOf<K>[] = []
    for (const ref of refs) {
      const element = lookUp(ref.name)
      if (element && isOneOf(element, kinds)) found.push(element)
    }
    return found
  }
  const byKinds = new Map<string, readonly PlanElement[]>()
  const all = <K extends PlanElement['kind']>(kind: K): readonly ElementOf<K>[] => {
    note(elementsOf(kind))
    return (byKind.get(kind) ?? []) as unknown as readonly ElementOf<K>[] // filed under their kind
  }
  const faults = [...source.faults, ...source.files.flatMap((file) => file.faults)]
  const refs = source.files.flatMap((file) => file.refs)
  const unread = new Set(source.files.flatMap((file) => file.unread.map(({ word }) => word)))
  const plan: Plan = {
    root: source.root,
    isLibrary: strategy === undefined,
    strategy,
    stage: settings.stage ?? (strategy === undefined ? 'review' : (strategy.stage?.stage ?? 'draft')),
    statusDate: statusDate(strategy, settings.today, settings.clock),
    calendar: createCalendar(strategy),
    get files() {
      note(everything)
      return source.files
    },
    get faults() {
      note(everything)
      return faults
    },
    get refs() {
      note(everyElement)
      return refs
    },
    get elements() {
      note(everyElement)
      return elements
    },
    get unread() {
      note(everything)
      return unread
    },
    get source() {
      note(everything)
      return source
    },
    earlier: settings.earlier,
    derived: [],
    memory: new Memory(),
    all,
    allOf: (...kinds) => {
      const only = kinds[0]
      if (only !== undefined && kinds.length === 1) return all(only)
      for (const kind of kinds) note(elementsOf(kind))
      const key = kinds.join()
      const found = byKinds.get(key) ?? elements.filter((element) => isOneOf(element, kinds))
      byKinds.set(key, found)
      return found as unknown as readonly ElementOf<(typeof kinds)[number]>[] // filed under their kinds
    },
    byName: lookUp,
    find,
    findAll,
    isKnown: (ref) => lookUp(ref.name) !== undefined,
    hasFaultIn: faultIndex(faults),
    get byNames() {
      note(everyElement)
      return named
    },
    get sharedNames() {
      note(everyElement)
      return shared
    },
  }
  if (before) takeOver(plan, before)
  return plan
}

function takeOver(plan: Plan, before: Plan): void {
  const change = changeBetween(before, plan)
  if (!change) return
  plan.memory = before.memory
  plan.memory.outlive(change)
  before.memory = new Memory(plan.memory.asked) // functions made from it may still look something up
}

function isOneOf<K extends PlanElement['kind']>(element: PlanElement, kinds: readonly K[]): element is ElementOf<K> {
  return (kinds as readonly string[]).includes(element.kind)
}

/** The strategy of the root file; a second one, or one of an imported file, is a finding and counts for nothing. */
function strategyOf(source: PlanSource, strategies: readonly PlanElement[]): Strategy | undefined {
  const own = strategies.find((element) => element.place.file === source.root)
  return own?.kind === 'strategy' ? own : undefined
}
