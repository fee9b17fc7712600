import { t } from '@vscode/l10n'
import type {
  Aim,
  Assignment,
  ChecklistItem,
  Checkpoint,
  Effect,
  ElementBase,
  Goal,
  Guard,
  Mark,
  Milestone,
  Objective,
  Phase,
  StepBase,
  Task,
  Timebound,
} from '../../plan/elements/elements.js'
import type { Span } from '../../plan/quantity/quantity.js'
import { type Place, stretch } from '../../plan/text/place.js'
import type { Actor, DateSpan, ElementNode, Stated } from '../generated/ast.js'
import { firstLine, lastLine } from '../parse/sites.js'
import { readApprovals } from './approvals.js'
import type { ClauseSet } from './clause-set.js'
import type { Maybe, Reading } from './reading.js'
import { readChoice, readDate, readGrain, readSpan } from './values.js'

const marks: Readonly<Record<string, Mark>> = { ' ': 'todo', x: 'done', X: 'done', '~': 'doing', '!': 'blocked', '-': 'cancelled' }

/** The meaning of a check mark as written: `[x]` is done. */
function markOf(text: Maybe<string>): Mark {
  return marks[text?.[1] ?? ' '] ?? 'todo'
}

function stated(set: ClauseSet, node: Maybe<Stated>) {
  const { reading } = set
  const value = set.value(node?.value, 'measurable')
  if (!node) return undefined
  if (!value) return undefined
  const window = readWindow(reading, node.span, node.date, () => reading.placeIn(node, 'date'))
  const bound = node.bound === 'least' ? ('at least' as const) : node.bound === 'most' ? ('at most' as const) : undefined
  return { value, window, bound, place: reading.placeOf(node) }
}

/** `in PERIOD` or `on DATE`. */
function readWindow(reading: Reading, span: Maybe<DateSpan>, date: Maybe<string>, placeOfDate: () => Place): Span | undefined {
  if (span) return readSpan(reading, span)
  const day = date === undefined ? undefined : readDate(reading, date, placeOfDate())
  return day && { start: day.date, end: day.date, grain: 'day', text: day.date, place: day.place }
}

function readAims(set: ClauseSet): Aim[] {
  const { reading } = set
  return set.all('measurable', 'AimClause').flatMap((node) => {
    const number = set.keep(node, reading.ref(node.ref, 'measurable', set.takes('measurable')))
    if (!number) return []
    const baseline = stated(set, node.from)
    const target = stated(set, node.to)
    const change = set.value(node.by, 'measurable')
    if ((node.from && !baseline) || (node.to && !target) || (node.by && !change)) set.missing(node, undefined)
    return {
      number,
      verb: node.verb && { verb: node.verb, place: reading.placeIn(node, 'verb') },
      baseline: baseline && { value: baseline.value, window: baseline.window, place: baseline.place },
      change: change && {
        value: change,
        signed: node.by?.sign !== undefined,
        window: readWindow(reading, node.bySpan, node.byDate, () => reading.placeIn(node, 'byDate')),
        place: change.place,
      },
      target,
      place: set.place(node),
    }
  })
}

function readTimebound(set: ClauseSet): Timebound | undefined {
  const { reading } = set
  const node = set.one('timebound', 'TimeboundClause')
  if (!node) return undefined
  const place = set.place(node)
  if (node.by !== undefined) {
    const by = set.keep(node, readDate(reading, node.by, reading.placeIn(node, 'by')))
    return by && { by, place }
  }
  if (node.within) {
    const within = set.keep(node, set.value(node.within, 'timebound'))
    return within && { within, place }
  }
  const period = set.keep(node, readSpan(reading, node.span))
  return period && { period, place }
}

/** Whom it serves, and why. */
export function readRelevant(set: ClauseSet): Pick<Goal, 'relevantTo' | 'because'> {
  const { reading } = set
  const node = set.one('relevant', 'RelevantClause')
  return { relevantTo: reading.allRefs(node?.refs, 'relevant', set.takes('relevant')), because: reading.text(node?.because) }
}

/** From which share of the way it counts as met. */
export function readAspirational(set: ClauseSet): Goal['aspirational'] {
  const node = set.one('aspirational', 'AspirationalClause')
  if (!node) return undefined
  const share = set.value(node.share, 'aspirational')
  if (node.share && !share) set.missing(node, undefined)
  return { share, place: set.place(node) }
}

export function readGoal(base: ElementBase, set: ClauseSet, objective: Objective | undefined): Goal {
  const { reading } = set
  const outcome = set.one('outcome', 'OutcomeClause')
  const result =
    outcome &&
    set.keep(outcome, readChoice(reading, outcome.outcome, reading.placeIn(outcome, 'outcome'), 'outcome', ['met', 'missed', 'dropped']))
  const goal: Goal = {
    ...base,
    kind: 'goal',
    objective: objective?.name,
    ...readRelevant(set),
    specific: set.text('specific'),
    scope: set.refs('scope'),
    aims: readAims(set),
    achievable: set.text('achievable'),
    given: set.refs('given'),
    realistic: set.text('realistic'),
    timebound: readTimebound(set),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    guards: readGuards(set),
    watches: set.refs('watch'),
    checkpoints: readCheckpoints(set),
    supports: set.refs('supports'),
    aspirational: readAspirational(set),
    outcome: outcome &&
      result && { outcome: result, on: readDate(reading, outcome.date, reading.placeIn(outcome, 'date')), place: set.place(outcome) },
    changes: set.all('changed', 'ChangedClause').flatMap((node) => {
      const date = set.keep(node, readDate(reading, node.date, reading.placeIn(node, 'date')))
      return date ? { date, because: reading.text(node.because), place: set.place(node) } : []
    }),
  }
  return objective ? { ...goal, ...takenFrom(objective, goal, set) } : goal
}

/** What a goal takes from the objective that holds it, where it has none of its own. */
function takenFrom(objective: Objective, goal: Goal, set: ClauseSet): Partial<Goal> {
  const { name, place, period } = objective
  return {
    supports: name === '' || goal.supports.some((ref) => ref.name === name) ? goal.supports : [...goal.supports, { name, place }],
    ...(set.has('owner') ? {} : { owners: objective.owners }),
    ...(set.has('timebound') || !period ? {} : { timebound: { period, place: period.place } }),
    ...(goal.relevantTo.length > 0 ? {} : { relevantTo: objective.relevantTo }),
    ...(set.has('aspirational') ? {} : { aspirational: objective.aspirational }),
    ...(goal.because ? {} : { because: objective.because }),
  }
}

function readGuards(set: ClauseSet): Guard[] {
  const { reading } = set
  return set.all('guard', 'GuardClause').flatMap((node) => {
    const number = reading.ref(node.ref, 'guard', set.takes('guard'))
    const value = set.value(node.value, 'guard')
    if (!number || !value || !node.bound) {
      set.missing(node, undefined)
      return []
    }
    const per = readGrain(reading, node.grain, reading.placeIn(node, 'grain'))
    return { number, value, bound: node.bound === 'least' ? 'at least' : 'at most', per, place: set.place(node) }
  })
}

function readCheckpoints(set: ClauseSet): Checkpoint[] {
  const { reading } = set
  return set.all('checkpoint', 'CheckpointClause').flatMap((node) => {
    const date = set.keep(node, readDate(reading, node.date, reading.placeIn(node, 'date')))
    return date ? { date, value: set.value(node.value, 'checkpoint'), place: set.place(node) } : []
  })
}

function readAssignment(set: ClauseSet, actor: Maybe<Actor>, place: Place): Assignment | undefined {
  const ref = set.reading.ref(actor?.ref, '@', set.takes('@'))
  return ref && { actor: ref, hours: set.value(actor?.hours, '@'), place }
}

function readAssignments(set: ClauseSet, loose: readonly Actor[]): Assignment[] {
  const own = set.all('@', 'ActorClause').flatMap((node) => set.keep(node, readAssignment(set, node.actor, set.place(node))) ?? [])
  return [...own, ...loose.flatMap((actor) => readAssignment(set, actor, set.place(actor)) ?? [])]
}

function readItem(set: ClauseSet, item: ElementNode): ChecklistItem | undefined {
  const { reading } = set
  const text = reading.text(item.title)
  if (!text) return undefined
  const actors = itemActors(item).flatMap((actor) => readAssignment(set, actor, set.place(actor)) ?? [])
  return { mark: markOf(item.mark), markPlace: reading.placeIn(item, 'mark'), text, actors, place: reading.placeOf(item) }
}

/** The people on the item's own line; those on later lines belong to the task. */
function itemActors(item: ElementNode): Actor[] {
  const line = item.title && lastLine(item.title)
  return item.actors.filter((actor) => firstLine(actor) === line)
}

/** The assignments that the parser took for a part of a checklist item although they stand on a line of their own. */
function looseActors(items: readonly ElementNode[]): Actor[] {
  return items.flatMap((item) => {
    const own = itemActors(item)
    return item.actors.filter((actor) => !own.includes(actor))
  })
}

export function readStep(base: ElementBase, set: ClauseSet, node: ElementNode, phase: string | undefined): StepBase {
  const { reading } = set
  const isMarkWritten = node.mark !== undefined
  const start = base.extent.start
  return {
    ...base,
    mark: markOf(node.mark),
    markPlace: isMarkWritten ? reading.placeIn(node, 'mark') : reading.place(start, start),
    isMarkWritten,
    phase,
    for: set.refs('for'),
    owners: set.refs('owner'),
    approvals: readApprovals(set),
    due: set.date('due'),
    dueFrom: set.relativeDate('due'),
    after: set.refs('after'),
    done: set.date('done'),
  }
}

export function readTask(
  base: ElementBase,
  set: ClauseSet,
  node: ElementNode,
  phase: string | undefined,
  items: readonly ElementNode[],
): Task {
  const { reading } = set
  return {
    ...readStep(base, set, node, phase),
    kind: 'task',
    assignments: readAssignments(set, looseActors(items)),
    consults: set.refs('consults'),
    informs: set.refs('informs'),
    affects: set.refs('affects'),
    requires: set.words('requires', 'skill'),
    needsPeople: readPeople(set),
    start: set.date('start'),
    startFrom: set.relativeDate('start'),
    effort: set.measurement('effort'),
    takes: set.measurement('takes'),
    progress: set.measurement('progress'),
    category: set.word('category', 'category'),
    priority: set.level('priority'),
    expects: readEffects(set),
    using: set.refs('using'),
    costs: set.all('costs', 'CostsClause').flatMap((cost) => {
      const value = set.keep(cost, set.value(cost.value, 'costs'))
      return value ? { value, from: reading.ref(cost.ref, 'costs', set.takes('costs')), place: set.place(cost) } : []
    }),
    blocked: set.because('blocked'),
    housekeeping: set.flag('housekeeping'),
    wrapup: set.flag('wrapup'),
    evaluates: set.span('evaluates'),
    items: items.flatMap((item) => readItem(set, item) ?? []),
  }
}

function readPeople(set: ClauseSet): Task['needsPeople'] {
  const { reading } = set
  const node = set.one('needs', 'NeedsClause')
  if (!node) return undefined
  const people = Number((node.people ?? '').replaceAll('_', ''))
  const isPeople = node.unit === undefined || /^(people|persons?)$/.test(node.unit)
  if (node.people && Number.isInteger(people) && people >= 1 && people <= 1000 && isPeople) return { people, place: set.place(node) }
  set.missing(node, undefined)
  if (node.people) {
    const [number, unit] = [reading.placeIn(node, 'people'), node.unit === undefined ? undefined : reading.placeIn(node, 'unit')]
    const place = unit ? stretch([number, 'start'], [unit, 'end']) : number
    const value = reading.source.slice(place.start, place.end)
    const message = t('`{value}` is no number of people, and `needs` wants one, for example `needs 2 people`.', { value })
    reading.valueFault('formula/value-unit-mismatch', place, message, [])
  } else reading.fault('plan/syntax', set.place(node), t('A task needs a number of people, for example `needs 2 people`.'))
  return undefined
}

function readEffects(set: ClauseSet): Effect[] {
  const { reading } = set
  return set.all('expects', 'EffectClause').flatMap((node) => {
    const number = reading.ref(node.ref, 'expects', set.takes('expects'))
    if (!number || !node.direction) {
      set.missing(node, undefined)
      return []
    }
    return {
      number,
      direction: { direction: node.direction, place: reading.placeIn(node, 'direction') },
      by: set.value(node.by, 'expects'),
      place: set.place(node),
    }
  })
}

export function readMilestone(base: ElementBase, set: ClauseSet, node: ElementNode, phase: string | undefined): Milestone {
  return {
    ...readStep(base, set, node, phase),
    kind: 'milestone',
    keyword: { place: set.reading.placeIn(node, 'kind') },
    assignments: readAssignments(set, []),
    effort: set.measurement('effort'),
    start: set.date('start'),
    startFrom: set.relativeDate('start'),
  }
}

export function readPhase(base: ElementBase, steps: readonly string[]): Phase {
  return { ...base, kind: 'phase', steps }
}
