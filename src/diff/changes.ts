import type { PlanElement } from '../plan/elements/elements.js'
import type { Plan } from '../plan/model/plan.js'
import { compare } from '../plan/quantity/exact.js'
import type { Place } from '../plan/text/place.js'
import { originalPlace } from './aligned-source.js'
import { daysMoved, type Effect } from './effects.js'
import type { Fact } from './facts/fact.js'
import { factsOf } from './facts-of.js'
import { matchElements, type Pair } from './match.js'
import { saysTheSame } from './same-meaning.js'
import {
  type Aspect,
  type ChangeClass,
  type ChangeWord,
  classOf,
  codeOf,
  elementClasses,
  type Group,
  type Verb,
  wordOf,
} from './taxonomy.js'

/** The element that changed, as one side has it. */
export interface Subject {
  readonly name: string
  readonly title: string | undefined
  readonly place: Place
}

/** One change that somebody made, with what follows from it. */
export interface Change {
  /** `goal/target-lowered`; the published taxonomy explains each. */
  readonly code: string
  readonly group: Group
  readonly class: ChangeClass
  readonly word: ChangeWord
  readonly kind: PlanElement['kind']
  /** Undefined where the element itself was added, dropped, renamed or given another title. */
  readonly aspect: Aspect | undefined
  /** Which of several facts of the aspect; empty where there is but one. */
  readonly item: string
  /** The title of the element that the item names. */
  readonly itemTitle: string | undefined
  readonly before: Subject | undefined
  readonly after: Subject | undefined
  readonly old: string | undefined
  readonly new: string | undefined
  /** Working days that a date moved, later is positive. */
  readonly days: number | undefined
  readonly effects: readonly Effect[]
}

/** A change with the elements that it is about, so that it can be undone. */
export interface FoundChange {
  readonly change: Change
  readonly before: PlanElement | undefined
  readonly after: PlanElement | undefined
}

/** All changes from one plan to another that is aligned with it. `oldNames` are the names that the earlier plan had. */
export function findChanges(before: Plan, after: Plan, oldNames: ReadonlyMap<string, string>): readonly FoundChange[] {
  const { pairs, dropped, added } = matchElements(before, after)
  const gone = new Set(dropped.map(({ name }) => name))
  const come = new Set(added.map(({ name }) => name))
  const differing = pairs.filter((pair) => pair.before !== pair.after && !saysTheSame(pair.before, pair.after))
  // What a goal states also depends on the numbers that it names, and on the plan's period.
  const areNumbersSame = ![...differing.map((pair) => pair.after), ...dropped, ...added].some(({ kind }) => decidesOnGoals.has(kind))
  const compared = areNumbersSame ? new Set(differing) : new Set([...differing, ...pairs.filter((pair) => pair.after.kind === 'goal')])
  return [
    ...pairs.flatMap((pair) => {
      if (pair.before === pair.after) return []
      const differences = compared.has(pair) ? compareFacts(factsOf(pair.before, before), factsOf(pair.after, after), { gone, come }) : []
      return changesOfPair(pair, differences, { before, after, oldNames })
    }),
    ...dropped.flatMap((element) => (isInside(element, gone) ? [] : [wholeElement(element, before, 'dropped', oldNames)])),
    ...added.flatMap((element) => (isInside(element, come) ? [] : [wholeElement(element, after, 'added', oldNames)])),
  ]
}

const decidesOnGoals: ReadonlySet<PlanElement['kind']> = new Set(['strategy', 'source', 'measure', 'metric', 'benchmark', 'actuals'])

/** True for what goes or comes with the element around it. */
function isInside({ kind, path }: PlanElement, names: ReadonlySet<string>): boolean {
  return (kind === 'line' || kind === 'stage' || kind === 'send') && names.has(path[0] ?? '')
}

function subjectOf(element: PlanElement, oldNames: ReadonlyMap<string, string>): Subject {
  const name = element.name || (element.path.at(-1) ?? '')
  const place = originalPlace(element.place)
  const isEarlier = place.start !== element.place.start
  return { name: isEarlier ? (oldNames.get(name) ?? name) : name, title: element.title?.text, place }
}

function wholeElement(element: PlanElement, plan: Plan, verb: 'added' | 'dropped', oldNames: ReadonlyMap<string, string>): FoundChange {
  const { kind } = element
  const shown = briefOf(factsOf(element, plan))
  const subject = subjectOf(element, oldNames)
  const isAdded = verb === 'added'
  const change: Change = {
    code: `${kind}/${verb}`,
    group: elementClasses[kind].group,
    class: elementClasses[kind][verb],
    word: verb,
    kind,
    aspect: undefined,
    item: '',
    itemTitle: undefined,
    before: isAdded ? undefined : subject,
    after: isAdded ? subject : undefined,
    old: isAdded ? undefined : shown,
    new: isAdded ? shown : undefined,
    days: undefined,
    effects: [],
  }
  return { change, before: isAdded ? undefined : element, after: isAdded ? element : undefined }
}

/** `to it_security, every month`; undefined where there is nothing to tell. */
function briefOf(facts: readonly Fact[]): string | undefined {
  const parts = [...byAspect(facts, [])].flatMap(([{ brief }, { old }]) => brief?.(old) ?? [])
  return parts.length === 0 ? undefined : parts.join(', ')
}

interface Turnover {
  readonly gone: ReadonlySet<string>
  readonly come: ReadonlySet<string>
}

interface Compared {
  readonly before: Plan
  readonly after: Plan
  readonly oldNames: ReadonlyMap<string, string>
}

function changesOfPair(pair: Pair, differences: readonly Difference[], { before, after, oldNames }: Compared): FoundChange[] {
  const subjects = { before: subjectOf(pair.before, oldNames), after: subjectOf(pair.after, oldNames) }
  const { kind } = pair.after
  const base = { kind, group: elementClasses[kind].group, ...subjects, itemTitle: undefined, effects: [] }
  const found: Change[] = []
  if (subjects.before.name !== subjects.after.name) {
    found.push({
      ...base,
      code: 'element/renamed',
      class: 'neutral',
      word: 'renamed',
      aspect: undefined,
      item: '',
      old: subjects.before.name,
      new: subjects.after.name,
      days: undefined,
    })
  }
  if (subjects.before.title !== subjects.after.title && found.length === 0) {
    const { title: old } = subjects.before
    const { title: now } = subjects.after
    found.push({
      ...base,
      code: 'element/retitled',
      class: 'neutral',
      word: 'changed',
      aspect: undefined,
      item: '',
      old,
      new: now,
      days: undefined,
    })
  }
  for (const { aspect, verb, item, old, new: now } of differences) {
    found.push({
      ...base,
      group: aspect.group === 'own' ? base.group : aspect.group,
      code: codeOf(aspect, verb),
      class: classOf(aspect, verb),
      word: wordOf(aspect, verb),
      aspect,
      item,
      itemTitle: item === '' ? undefined : (after.byName(item) ?? before.byName(item))?.title?.text,
      old: old?.shown,
      new: now?.shown,
      days: old?.day && now?.day ? daysInBoth(before, after, old.day, now.day) : undefined,
    })
  }
  return found.map((change) => ({ change, ...pair }))
}

/** Where the calendar changed as well, the fewer days count, so that a comparison backwards says the same. */
function daysInBoth(before: Plan, after: Plan, from: string, to: string): number {
  const [a, b] = [daysMoved(before.calendar, from, to), daysMoved(after.calendar, from, to)]
  return Math.abs(a) < Math.abs(b) ? a : b
}

interface Difference {
  readonly aspect: Aspect
  readonly verb: Verb
  readonly item: string
  readonly old: Fact | undefined
  readonly new: Fact | undefined
}

function compareFacts(before: readonly Fact[], after: readonly Fact[], { gone, come }: Turnover): readonly Difference[] {
  const differences: Difference[] = []
  const turnedOver = new Set<string>()
  for (const [aspect, { old, now }] of byAspect(before, after)) {
    const partners = new Map<string, Fact[]>()
    for (const one of now) partners.set(one.item, [...(partners.get(one.item) ?? []), one])
    const left: Fact[] = []
    for (const one of old) {
      const partner = partners.get(one.item)?.shift()
      if (!partner) left.push(one)
      else if (one.key !== partner.key) differences.push(difference(aspect, one, partner))
    }
    const arrived = [...partners.values()].flat()
    const pairCount = aspect.isPaired ? Math.min(left.length, arrived.length) : 0
    for (let index = 0; index < pairCount; index++) {
      const [one, partner] = [left[index], arrived[index]]
      if (one && partner) differences.push(difference(aspect, one, partner))
    }
    const isOwn = (names: ReadonlySet<string>) => (one: Fact) => !aspect.followsElements || !names.has(one.item)
    const dropped = left.slice(pairCount).filter(isOwn(gone))
    const added = arrived.slice(pairCount).filter(isOwn(come))
    for (const one of [...left.slice(0, pairCount), ...arrived.slice(0, pairCount), ...dropped, ...added])
      turnedOver.add(`${aspect.id} ${one.item}`)
    if (aspect.classes.changed && isNames(dropped) && isNames(added)) differences.push(difference(aspect, joined(dropped), joined(added)))
    else differences.push(...together(aspect, 'dropped', dropped), ...together(aspect, 'added', added))
  }
  return differences.filter(({ aspect, old, new: now }) => !isCovered(aspect, (now ?? old)?.item ?? '', turnedOver))
}

function isCovered({ within }: Aspect, item: string, turnedOver: ReadonlySet<string>): boolean {
  return within !== undefined && (turnedOver.has(`${within.id} ${item}`) || isCovered(within, item, turnedOver))
}

function byAspect(before: readonly Fact[], after: readonly Fact[]): ReadonlyMap<Aspect, { readonly old: Fact[]; readonly now: Fact[] }> {
  const found = new Map<Aspect, { readonly old: Fact[]; readonly now: Fact[] }>()
  const enter = (fact: Fact, side: 'old' | 'now') => {
    const entry = found.get(fact.aspect) ?? { old: [], now: [] }
    entry[side].push(fact)
    found.set(fact.aspect, entry)
  }
  for (const fact of before) enter(fact, 'old')
  for (const fact of after) enter(fact, 'now')
  return found
}

function difference(aspect: Aspect, old: Fact, now: Fact): Difference {
  const order = old.rank !== undefined && now.rank !== undefined ? compare(now.rank, old.rank) : 0
  const verb = order === 0 ? 'changed' : order > 0 ? 'up' : 'down'
  return { aspect, verb, item: old.item === now.item ? itemOf(now) : '', old, new: now }
}

/** The item, where what is shown does not say it anyway. */
function itemOf({ item, shown }: Fact): string {
  return shown.includes(item) ? '' : item
}

/** Several names of a list make one change. What others hang on stays by itself. */
function together(aspect: Aspect, verb: 'added' | 'dropped', facts: readonly Fact[]): readonly Difference[] {
  const side = (fact: Fact) => (verb === 'added' ? { old: undefined, new: fact } : { old: fact, new: undefined })
  if (facts.length < 2 || aspect.isPaired || !isNames(facts))
    return facts.map((fact) => ({ aspect, verb, item: itemOf(fact), ...side(fact) }))
  return [{ aspect, verb, item: '', ...side(joined(facts)) }]
}

/** True for facts that say no more than that something is on the list. */
function isNames(facts: readonly Fact[]): facts is readonly [Fact, ...Fact[]] {
  return facts.length > 0 && facts.every(({ item, shown }) => item === shown)
}

function joined(facts: readonly [Fact, ...Fact[]]): Fact {
  return { ...facts[0], shown: facts.map(({ shown }) => shown).join(', ') }
}
