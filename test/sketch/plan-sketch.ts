import type { Mark, Milestone, Person, Phase, PlanElement, SitedDate, StepBase, Strategy, Task } from '../../src/plan/elements/elements.js'
import type { Ref } from '../../src/plan/elements/ref.js'
import { createPlan } from '../../src/plan/model/create-plan.js'
import type { Plan } from '../../src/plan/model/plan.js'
import type { Measurement, Span } from '../../src/plan/quantity/quantity.js'
import { parseUnit, plainUnit } from '../../src/plan/quantity/units.js'

/** Elements made by hand, for tests of what is computed from a plan without reading a text. */

const place = { file: 'plan.mops', start: 0, end: 0 }

export const refTo = (name: string): Ref => ({ name, place })
const on = (date: string): SitedDate => ({ date, place })
export const span = (start: string, end = start): Span => ({ place, start, end, grain: undefined, text: `${start} .. ${end}` })

/** `30h`, `10wd`, `40%`. */
export function measured(text: string): Measurement {
  const [, amount = '0', unit = ''] = /^([\d.]+)(.*)$/.exec(text) ?? []
  return { place, amount, decimals: 0, unit: parseUnit(unit) ?? plainUnit, unitPlace: undefined, counts: undefined, text }
}

function base<K extends PlanElement['kind']>(kind: K, name: string) {
  return {
    kind,
    name,
    place,
    extent: place,
    title: undefined,
    path: [name],
    documentation: undefined,
    notes: [],
    links: [],
    tags: [],
    ignores: [],
    clauses: [],
    valueFaults: [],
  }
}

export function strategySketch(period: Span | undefined, holidays: readonly string[] = []): Strategy {
  return {
    ...base('strategy', 'sketch'),
    for: undefined,
    summary: undefined,
    period,
    standing: undefined,
    reviewed: [],
    stage: undefined,
    asof: undefined,
    owners: [],
    approvals: [],
    supervisor: undefined,
    currency: undefined,
    workweek: undefined,
    holidays: holidays.map((date) => span(date)),
  }
}

export function personSketch(name: string, works?: string, away: readonly Span[] = []): Person {
  return {
    ...base('person', name),
    fills: [],
    works: works === undefined ? undefined : measured(works),
    worksPer: undefined,
    away,
    skills: [],
    contact: undefined,
    belongsTo: [],
  }
}

interface StepSketch {
  readonly mark?: Mark
  readonly due?: string
  readonly done?: string
  readonly after?: readonly string[]
  readonly for?: readonly string[]
  readonly phase?: string
}

function step(sketch: StepSketch): Omit<StepBase, keyof ReturnType<typeof base>> {
  return {
    mark: sketch.mark ?? 'todo',
    markPlace: place,
    isMarkWritten: true,
    phase: sketch.phase,
    for: (sketch.for ?? []).map(refTo),
    owners: [],
    approvals: [],
    due: sketch.due === undefined ? undefined : on(sketch.due),
    dueFrom: undefined,
    after: (sketch.after ?? []).map(refTo),
    done: sketch.done === undefined ? undefined : on(sketch.done),
  }
}

/** `who` as `{ ben: '30h', dana: undefined }`. */
export function taskSketch(
  name: string,
  sketch: StepSketch & {
    readonly start?: string
    readonly takes?: string
    readonly progress?: string
    readonly effort?: string
    readonly who?: Readonly<Record<string, string | undefined>>
  } = {},
): Task {
  return {
    ...base('task', name),
    ...step(sketch),
    assignments: Object.entries(sketch.who ?? {}).map(([person, hours]) => ({
      place,
      actor: refTo(person),
      hours: hours === undefined ? undefined : measured(hours),
    })),
    consults: [],
    informs: [],
    affects: [],
    requires: [],
    needsPeople: undefined,
    start: sketch.start === undefined ? undefined : on(sketch.start),
    startFrom: undefined,
    effort: sketch.effort === undefined ? undefined : measured(sketch.effort),
    takes: sketch.takes === undefined ? undefined : measured(sketch.takes),
    progress: sketch.progress === undefined ? undefined : measured(sketch.progress),
    category: undefined,
    priority: undefined,
    expects: [],
    using: [],
    costs: [],
    blocked: undefined,
    housekeeping: undefined,
    wrapup: undefined,
    evaluates: undefined,
    items: [],
  }
}

export function milestoneSketch(name: string, sketch: StepSketch = {}): Milestone {
  return {
    ...base('milestone', name),
    ...step(sketch),
    keyword: { place },
    assignments: [],
    effort: undefined,
    start: undefined,
    startFrom: undefined,
  }
}

export function phaseSketch(name: string, steps: readonly string[]): Phase {
  return { ...base('phase', name), steps }
}

/** A running plan of these elements in this order. */
export function planSketch(elements: readonly PlanElement[], today = '2027-02-12'): Plan {
  const file = { path: place.file, elements, imports: [], faults: [], refs: [], texts: [], words: [], unread: [], end: place }
  const source = { root: file.path, files: [file], faults: [], filesWithFailedImports: new Set<string>(), data: undefined }
  return createPlan(source, { today, clock: today, stage: 'running' })
}
