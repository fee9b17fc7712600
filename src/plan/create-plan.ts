import { createCalendar } from './calendar.js'
import type { ElementOf, PlanElement, Ref, Stage, Strategy } from './elements.js'
import type { Plan } from './plan.js'
import type { PlainDate } from './quantity.js'
import type { PlanSource } from './source.js'
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

/** Makes a plan, or a library when no file of the source has a strategy. Cost: linear in the number of elements. */
export function createPlan(source: PlanSource, settings: PlanSettings): Plan {
  const elements = source.files.flatMap((file) => file.elements)
  const byKind = new Map<PlanElement['kind'], PlanElement[]>()
  const named = new Map<string, PlanElement>()
  for (const element of elements) {
    const known = byKind.get(element.kind)
    if (known) known.push(element)
    else byKind.set(element.kind, [element])
    if (element.name && !named.has(element.name)) named.set(element.name, element)
  }
  const strategy = strategyOf(source, byKind.get('strategy') ?? [])
  const isOneOf = (element: PlanElement | undefined, kinds: readonly string[]) => element !== undefined && kinds.includes(element.kind)
  const find = <K extends PlanElement['kind']>(ref: Ref | undefined, ...kinds: readonly K[]): ElementOf<K> | undefined => {
    const element = ref && named.get(ref.name)
    return isOneOf(element, kinds) ? (element as ElementOf<K>) : undefined // the kind was just checked
  }
  return {
    root: source.root,
    isLibrary: strategy === undefined,
    strategy,
    stage: settings.stage ?? (strategy === undefined ? 'review' : (strategy.stage?.stage ?? 'draft')),
    statusDate: statusDate(strategy, settings.today, settings.clock),
    calendar: createCalendar(strategy),
    files: source.files,
    faults: [...source.faults, ...source.files.flatMap((file) => file.faults)],
    refs: source.files.flatMap((file) => file.refs),
    elements,
    unread: new Set(source.files.flatMap((file) => file.unread)),
    source,
    earlier: settings.earlier,
    all: <K extends PlanElement['kind']>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly ElementOf<K>[], // filed under their kind
    byName: (name) => named.get(name),
    find,
    findAll: (refs, ...kinds) => refs.flatMap((ref) => find(ref, ...kinds) ?? []),
    isKnown: (ref) => named.has(ref.name),
  }
}

/** The strategy of the root file; a second one, or one of an imported file, is a finding and counts for nothing. */
function strategyOf(source: PlanSource, strategies: readonly PlanElement[]): Strategy | undefined {
  const own = strategies.find((element) => element.place.file === source.root)
  return own?.kind === 'strategy' ? own : undefined
}
