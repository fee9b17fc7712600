import { type ElementKind, elementKinds } from '../../plan/elements/elements.js'
import type { AmountKind } from './amounts.js'
import { type Argument, everyArgument } from './arguments.js'
import type { ClauseEntry } from './clause.js'
import type { KindEntry } from './kind.js'
import { automationKinds } from './kinds-automation.js'
import { communicationKinds } from './kinds-communication.js'
import { frameKinds } from './kinds-frame.js'
import { goalKinds } from './kinds-goals.js'
import { numberKinds } from './kinds-numbers.js'
import { peopleKinds } from './kinds-people.js'
import { reasonKinds } from './kinds-reasons.js'
import { resourceKinds } from './kinds-resources.js'
import { workKinds } from './kinds-work.js'

/** Every kind of element with its clauses: the one description of the language, in the order in which plans are usually written. */
export const vocabulary: Readonly<Record<ElementKind, KindEntry>> = {
  ...frameKinds,
  ...peopleKinds,
  ...numberKinds,
  ...goalKinds,
  ...workKinds,
  ...communicationKinds,
  ...resourceKinds,
  ...reasonKinds,
  ...automationKinds,
}

const known: ReadonlySet<string> = new Set(elementKinds)
const kinds = Object.keys(vocabulary) as readonly ElementKind[] // its keys are the kinds

/** True for a word that begins an element. */
export function isKind(word: string): word is ElementKind {
  return known.has(word)
}

/** The clause of a kind, if it has it. */
export function clauseOf(kind: ElementKind, keyword: string): ClauseEntry | undefined {
  return byKeyword.get(kind)?.get(keyword)
}

/** A clause that the language must have. Throws where the table has it no more. */
export function neededClause(kind: ElementKind, keyword: string): ClauseEntry {
  const found = clauseOf(kind, keyword)
  if (!found) throw new Error(`The language table has no \`${keyword}\` of ${kind}.`)
  return found
}

const byKeyword: ReadonlyMap<ElementKind, ReadonlyMap<string, ClauseEntry>> = new Map(
  kinds.map((kind) => [kind, new Map(vocabulary[kind].clauses.map((one) => [one.keyword, one]))]),
)

/** The kinds of elements that have a clause of this word. */
export function kindsWith(keyword: string): readonly ElementKind[] {
  return kinds.filter((kind) => byKeyword.get(kind)?.has(keyword))
}

/** Every clause word of the language. */
export const clauseKeywords: readonly string[] = [...new Set([...byKeyword.values()].flatMap((clauses) => [...clauses.keys()]))]

/** The words that a clause begins with in a text; none for values alone. */
export function wordsOf({ keyword, writtenAs }: ClauseEntry): readonly string[] {
  return writtenAs ?? [keyword]
}

const byWrittenWord: ReadonlyMap<string, string> = new Map(
  [...byKeyword.values()].flatMap((clauses) =>
    [...clauses.values()].flatMap(({ keyword, writtenAs }) => (writtenAs ?? []).map((word) => [word, keyword] as const)),
  ),
)

/** The clause that a word such as `sum`, `keep` or `lower` stands for, where the word is not the clause's own. */
export function keywordWritten(word: string): string | undefined {
  return byWrittenWord.get(word)
}

/**
 * The kind of amount that a clause expects; of several, the one behind a word of the clause (`after` in `escalate to ben after 1wd`), else
 * the first. Undefined for a clause that takes none.
 */
export function amountOf({ arguments: list }: ClauseEntry, behind?: string): AmountKind | undefined {
  const all = everyArgument(list)
  const from = behind === undefined ? 0 : all.findIndex((one) => one.type === 'words' && one.words.includes(behind))
  const found = from < 0 ? undefined : all.slice(from).find((one): one is Extract<Argument, { type: 'amount' }> => one.type === 'amount')
  return found?.amount
}

/** True when an element of the outer kind holds elements of the inner kind in its braces. */
export function holds(outer: ElementKind, inner: ElementKind): boolean {
  return vocabulary[outer].holds.includes(inner)
}

/** The kind that elements of a kind belong into, where they stand inside another element only. */
export function insideOf(kind: ElementKind): ElementKind | undefined {
  return vocabulary[kind].inside
}
