import { isStep, type PlanElement } from '../plan/elements/elements.js'
import type { Plan } from '../plan/model/plan.js'
import { compareText } from '../plan/text/compare-text.js'
import { factsOf } from './facts-of.js'

/** One element on both sides. */
export interface Pair {
  readonly before: PlanElement
  readonly after: PlanElement
}

export interface Matched {
  readonly pairs: readonly Pair[]
  readonly dropped: readonly PlanElement[]
  readonly added: readonly PlanElement[]
}

/** Matches the elements of two plans that call the same things by the same names: by kind and path, the strategies with each other. */
export function matchElements(before: Plan, after: Plan): Matched {
  const partners = new Map<string, PlanElement[]>()
  for (const element of after.elements) {
    const key = keyOf(element, after)
    const known = partners.get(key)
    if (known) known.push(element)
    else partners.set(key, [element])
  }
  const pairs: Pair[] = []
  const dropped: PlanElement[] = []
  for (const element of before.elements) {
    const partner = partners.get(keyOf(element, before))?.shift()
    if (partner) pairs.push({ before: element, after: partner })
    else dropped.push(element)
  }
  return { pairs, dropped, added: [...partners.values()].flat() }
}

/** A phase around a task is a fact about the task; other elements are known by all that they stand in. */
function keyOf(element: PlanElement, { strategy }: Plan): string {
  if (element === strategy) return 'strategy'
  if (isStep(element)) return `step ${element.kind} ${element.name}`
  const own = element.kind === 'send' ? [...element.path, element.date?.date ?? '', element.title?.text ?? ''] : element.path
  return JSON.stringify([element.kind, ...own])
}

/** From this similarity on, two elements are one that was renamed. */
const similarEnough = 0.5
/** A word or fact that so many elements share tells nothing. */
const mostSharing = 60

/**
 * Which names of the earlier plan became which: the strategy's, and for what is left of each kind the most similar pairs by title, facts and
 * place. Names that the other side uses for something else are left alone. Near-linear: only elements that share something rare are compared.
 */
export function renames(before: Plan, after: Plan): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (before.strategy && after.strategy && before.strategy.name !== after.strategy.name && before.strategy.name !== '')
    found.set(before.strategy.name, after.strategy.name)
  const gone = sketches(before, after)
  const come = sketches(after, before)
  const taken = new Set<string>()
  for (const { from, to } of candidates(gone, come)) {
    if (found.has(from) || taken.has(to)) continue
    found.set(from, to)
    taken.add(to)
  }
  return found
}

interface Sketch {
  readonly name: string
  readonly kind: string
  readonly titleWords: ReadonlySet<string>
  readonly nameWords: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  /** Names of the neighbours of the same kind. */
  readonly neighbours: readonly (string | undefined)[]
}

/** The elements whose names the other plan does not know. */
function sketches(plan: Plan, other: Plan): readonly Sketch[] {
  const left = plan.elements.filter(
    ({ kind, name }) => name !== '' && kind !== 'strategy' && !other.byName(name) && plan.byName(name)?.kind === kind,
  )
  const neighbours = neighboursOf(plan, new Set(left))
  return left.map((element) => ({
    name: element.name,
    kind: element.kind,
    titleWords: wordsOf(element.title?.text ?? ''),
    nameWords: wordsOf(element.name.replaceAll('_', ' ')),
    facts: new Set(factsOf(element, plan).map(({ aspect, item, key }) => `${aspect.id} ${item} ${key}`)),
    neighbours: neighbours.get(element) ?? [],
  }))
}

function neighboursOf(plan: Plan, wanted: ReadonlySet<PlanElement>): ReadonlyMap<PlanElement, readonly (string | undefined)[]> {
  const found = new Map<PlanElement, readonly (string | undefined)[]>()
  for (const kind of new Set([...wanted].map((element) => element.kind))) {
    const all = plan.all(kind)
    all.forEach((element, index) => {
      if (wanted.has(element)) found.set(element, [all[index - 1]?.name, all[index + 1]?.name])
    })
  }
  return found
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )
}

interface Candidate {
  readonly from: string
  readonly to: string
  readonly similarity: number
}

/** The most similar first; ties by name. */
function candidates(gone: readonly Sketch[], come: readonly Sketch[]): readonly Candidate[] {
  const index = new Map<string, { readonly gone: Sketch[]; readonly come: Sketch[] }>()
  const enter = (sketch: Sketch, side: 'gone' | 'come') => {
    for (const mark of marksOf(sketch)) {
      const entry = index.get(mark) ?? { gone: [], come: [] }
      entry[side].push(sketch)
      index.set(mark, entry)
    }
  }
  for (const sketch of gone) enter(sketch, 'gone')
  for (const sketch of come) enter(sketch, 'come')
  const seen = new Set<string>()
  const found: Candidate[] = []
  for (const entry of index.values()) {
    if (entry.gone.length * entry.come.length > mostSharing) continue
    for (const from of entry.gone) {
      for (const to of entry.come) {
        const key = `${from.name} ${to.name}`
        if (seen.has(key)) continue
        seen.add(key)
        const similarity = similarityOf(from, to)
        if (similarity >= similarEnough) found.push({ from: from.name, to: to.name, similarity })
      }
    }
  }
  return found.sort((a, b) => b.similarity - a.similarity || compareText(a.from, b.from) || compareText(a.to, b.to))
}

function marksOf({ kind, titleWords, nameWords, facts, neighbours }: Sketch): readonly string[] {
  const title = [...titleWords].sort().join(' ')
  return [
    `${kind} title ${title}`,
    ...[...titleWords, ...nameWords].map((word) => `${kind} word ${word}`),
    ...[...facts].map((one) => `${kind} fact ${one}`),
    `${kind} behind ${neighbours[0]}`,
    `${kind} before ${neighbours[1]}`,
  ]
}

/** 0 to 1. Elements that share neither a word nor four facts are strangers, however little they say. */
function similarityOf(a: Sketch, b: Sketch): number {
  const title = overlap(a.titleWords, b.titleWords)
  const shared = countShared(a.facts, b.facts)
  if (title === 0 && countShared(a.nameWords, b.nameWords) === 0 && shared < 4) return 0
  const isBeside = a.neighbours.some((name, side) => name !== undefined && name === b.neighbours[side])
  return 0.4 * title + 0.4 * overlap(a.facts, b.facts) + (isBeside ? 0.2 : 0)
}

/** Dice's coefficient. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * countShared(a, b)) / (a.size + b.size)
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}
