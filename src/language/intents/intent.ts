import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { TextEdit } from '../edits/text-edit.js'

/**
 * An element. One without a name of its own is said by the name of that around it, its kind, and its position among the others of that kind
 * there, from 0: a checklist item, a send, a score; values by the name of their number.
 */
export interface ElementKey {
  readonly name: string
  readonly kind?: ElementKind | undefined
  readonly at?: number | undefined
}

/**
 * Sets a clause of an element, or removes it where no value is given. `clause` is a word of the language table, or `title`, `name`, `mark`, or
 * `actual` for a measured value of a number (`2027-02 0.7%`). The value is what stands behind the word, as in the text; texts may come without
 * their quotes. Of several clauses of the word, `at` counts from 0; without it a further one is added where there may be several.
 */
export interface EditIntent {
  readonly type: 'edit'
  readonly element: ElementKey
  readonly clause: string
  readonly at?: number | undefined
  readonly value?: string | undefined
}

/** Adds an element, behind the others of its kind or at the end of what it belongs into. Its name follows from the title where none is given. */
export interface AddIntent {
  readonly type: 'add'
  readonly kind: ElementKind
  readonly title: string
  readonly name?: string | undefined
  readonly into?: string | undefined
  readonly after?: string | undefined
  readonly clauses?: readonly { readonly clause: string; readonly value?: string | undefined }[] | undefined
}

/** Removes an element with every reference to it. */
export interface RemoveIntent {
  readonly type: 'remove'
  readonly element: ElementKey
}

/** Moves an element behind another, or to the end of what `into` names; the top level is `null`. */
export interface MoveIntent {
  readonly type: 'move'
  readonly element: ElementKey
  readonly after?: string | undefined
  readonly into?: string | null | undefined
}

export type Intent = EditIntent | AddIntent | RemoveIntent | MoveIntent

/** What intents are carried out in. */
export interface IntentContext {
  readonly plan: Plan
  readonly text: (file: string) => string | undefined
  /** The day that is written down where none is named. */
  readonly today: PlainDate
}

/** Why an intent comes to nothing, for people. */
export interface Refused {
  readonly refused: string
}

/** What an intent does to the text, before that is laid out, and what it must come to. */
export interface Draft {
  readonly edits: readonly TextEdit[]
  /** The clauses of an element whose words come and go; of all others they stay. */
  readonly clauses: readonly ChangedClauses[]
  readonly added: readonly ElementKind[]
  readonly removed: readonly PlanElement[]
  /** Elements that lose references or get another name: their clauses are not compared. */
  readonly loosened: readonly PlanElement[]
}

export interface ChangedClauses {
  readonly element: PlanElement
  readonly come: readonly string[]
  readonly go: readonly string[]
}

export const noDraft: Draft = { edits: [], clauses: [], added: [], removed: [], loosened: [] }

export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer
}
