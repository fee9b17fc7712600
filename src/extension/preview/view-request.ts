import type { Location } from 'vscode-languageserver-types'
import type { PlanAddress, PlanStatus, RequestOf } from '../../language/protocol.js'
import type { PlanView } from '../../preview/model.js'
import type { Patch } from '../../preview/patch.js'

/** The view of a plan at one time, without `places`: whole, or as what has changed since the revision that the asker knows. */
export interface ViewReply {
  readonly status: PlanStatus
  readonly revision: number
  /** The state of the text that it shows, for wishes that were made on it. */
  readonly version: number
  readonly plan?: PlanView
  /** Missing where nothing has changed. */
  readonly patch?: Patch
}

/**
 * The view of the plan that a document belongs to; null when there is none. `known` is the revision that the asker
 * has of the plan with the URI `of`.
 */
export const viewRequest: RequestOf<
  PlanAddress & { readonly known?: { readonly of: string; readonly revision: number } },
  ViewReply | null
> = { method: 'mops/view' }

/** Where a place of the view that was sent last stands in the client's documents: `at` as in `PlanView`. */
export const viewPlaceRequest: RequestOf<{ readonly of: string; readonly at: number }, Location | null> = { method: 'mops/viewPlace' }
