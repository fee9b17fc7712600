import type { Place } from '../text/place.js'
import type { Mark } from './elements.js'

export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

/** The other side of a finding. */
export interface Related {
  readonly place: Place
  readonly message: string
}

/**
 * One step of a fix, said in terms of the plan; the language floor turns it into text edits that leave comments and layout alone.
 * `into` is an element's `extent`. Texts are complete `.mops` text that parses.
 */
export type Change =
  | { readonly type: 'insert-clause'; readonly into: Place; readonly text: string }
  | { readonly type: 'insert-element'; readonly after: Place; readonly text: string }
  | { readonly type: 'replace'; readonly place: Place; readonly text: string }
  /** Adds text directly behind a place, for example ` in 2026-12` behind a value. */
  | { readonly type: 'append'; readonly place: Place; readonly text: string }
  /** Removes a clause or another range, with the line when nothing else stands on it. */
  | { readonly type: 'remove'; readonly place: Place }
  /** Removes one name of a list with its comma, and the whole clause when it was the only one. */
  | { readonly type: 'remove-name'; readonly place: Place; readonly clause: Place }
  | { readonly type: 'set-mark'; readonly markPlace: Place; readonly mark: Mark }
  /** Renames an element together with every reference to it in the plan. */
  | { readonly type: 'rename'; readonly from: Place; readonly name: string; readonly to: string }
  | { readonly type: 'create-file'; readonly path: string; readonly text: string }

/** One way to repair a finding. */
export interface Fix {
  readonly title: string
  readonly changes: readonly Change[]
  /** True when it can be applied without a person's judgement: it never changes what the plan means to say. */
  readonly isSafe: boolean
}

/** What a rule says about one place of a plan. Shape of every output; `rules.md` 1.1. */
export interface Finding {
  /** `family/kebab-name`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly place: Place
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** 16 hex digits; tells it from the others of its plan, whatever file that stands in. */
  readonly fingerprint: string
  readonly tags: readonly ('unnecessary' | 'deprecated')[]
}
