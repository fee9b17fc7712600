import type { ElementOf, PlanElement, Stage, Strategy } from '../elements/elements.js'
import type { Fault } from '../elements/fault.js'
import type { Ref } from '../elements/ref.js'
import type { PlanSource, ReadFile, RefUse } from '../elements/source.js'
import type { Calendar } from '../quantity/calendar.js'
import type { Place } from '../text/place.js'
import type { Memory } from './memory.js'
import type { PlanDate } from './status-date.js'

/**
 * One resolved plan, or a library judged by itself. Elements are plain data in order of file and position. Names are looked up with
 * `find`; what is derived (numbers, schedule, load, coverage, money, results) is computed by the module of that name, once per plan. What a
 * computation looks at is noted (`dependencies.ts`), so that it is known what an edit cannot have changed.
 */
export interface Plan {
  readonly root: string
  readonly isLibrary: boolean
  readonly strategy: Strategy | undefined
  /** The strategy's stage; `draft` without one; `review` for a library; or what the caller asked for. */
  readonly stage: Stage
  readonly statusDate: PlanDate
  readonly calendar: Calendar
  readonly files: readonly ReadFile[]
  readonly faults: readonly Fault[]
  readonly refs: readonly RefUse[]
  readonly elements: readonly PlanElement[]
  /** Names that stand in the text although their element could not be read. */
  readonly unread: ReadonlySet<string>
  readonly source: PlanSource
  /** The plan as it was at the base revision, for rules that compare. */
  readonly earlier: Plan | undefined
  /** What has been computed from the plan, by the number of the computation: the memory of `once`. */
  readonly derived: unknown[]
  /** What has been computed from it and may hold for the next version of the plan, which takes it. */
  memory: Memory
  /** All elements of a kind, in order; the same array on every call. */
  readonly all: <K extends PlanElement['kind']>(kind: K) => readonly ElementOf<K>[]
  /** All elements of some kinds, in order of file and position. */
  readonly allOf: <K extends PlanElement['kind']>(...kinds: readonly K[]) => readonly ElementOf<K>[]
  /** The element of a name (the first, where two carry it). */
  readonly byName: (name: string) => PlanElement | undefined
  /** The element that a reference means, if it is of one of the kinds; undefined for an unknown name and for the wrong kind. */
  readonly find: <K extends PlanElement['kind']>(ref: Pick<Ref, 'name'> | undefined, ...kinds: readonly K[]) => ElementOf<K> | undefined
  /** The found ones of several references. */
  readonly findAll: <K extends PlanElement['kind']>(refs: readonly Ref[], ...kinds: readonly K[]) => readonly ElementOf<K>[]
  /** True when the name resolves to an element, of whatever kind. */
  readonly isKnown: (ref: Ref) => boolean
  /** True when the reader of the text reports a fault in a stretch of an element's text: that changes with the element alone. */
  readonly hasFaultIn: (stretch: Place) => boolean
  /** The elements by their names, for those who look up very many. */
  readonly byNames: ReadonlyMap<string, PlanElement>
  /** The names that several elements carry. */
  readonly sharedNames: ReadonlySet<string>
}
