import type { ElementKind } from '../../plan/elements/elements.js'
import { type ClauseEntry, commonClauses } from './clause.js'

/** What an element is like for an editor: its icon in lists and the colour of its name follow from it. */
export type Likeness =
  | 'frame'
  | 'aim'
  | 'actor'
  | 'origin'
  | 'count'
  | 'formula'
  | 'constant'
  | 'values'
  | 'group'
  | 'step'
  | 'container'
  | 'part'
  | 'series'
  | 'choice'
  | 'thing'

interface KindDescription {
  readonly about: string
  /** A complete element. */
  readonly example: string
  /** What a new one looks like, with tab stops; `⟨today⟩`, `⟨end⟩` and the like stand for dates and values of the plan. */
  readonly snippet: string
  readonly like: Likeness
  /** The kinds of elements that it holds in its braces. */
  readonly holds?: readonly ElementKind[]
  /** The kind that it belongs into, where it stands inside another element only. */
  readonly inside?: ElementKind
}

export interface KindEntry extends KindDescription {
  readonly clauses: readonly ClauseEntry[]
  readonly holds: readonly ElementKind[]
}

/** A kind with its own clauses, in the order in which they are usually written; those of every element come behind them. */
export function kind(description: KindDescription, clauses: readonly ClauseEntry[]): KindEntry {
  return { holds: [], ...description, clauses: [...clauses, ...commonClauses] }
}
