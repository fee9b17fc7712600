import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PreviewMessage, Wish } from '../messages.js'
import type { PlaceView } from '../model.js'
import { initialState, type ViewState } from '../view-state.js'

/** What surrounds the views: an editor that takes wishes, or a page that only shows. The same object all the time. */
export interface Host {
  /** False on a page: nothing can be clicked or chosen, all views are laid out one below the other. */
  readonly isLive: boolean
  readonly send: (message: PreviewMessage) => void
  /** Wishes a change of the plan: what comes of it is shown, and asked about where something would break. */
  readonly wish: (...intents: readonly Wish[]) => void
  readonly setState: (change: Partial<ViewState> | ((before: ViewState) => Partial<ViewState>)) => void
  /** Where things stand; an editor knows that itself. */
  readonly places: readonly PlaceView[]
}

/** What the reader has chosen, and where the cursor is. Whoever uses it is drawn again at every choice. */
export interface Reader {
  readonly state: ViewState
  /** The element at the cursor. */
  readonly cursor: string | undefined
}

/** A page of a plan. */
export function pageHost(places: readonly PlaceView[]): Host {
  return { isLive: false, send: () => {}, wish: () => {}, setState: () => {}, places }
}

export const HostContext = createContext<Host>(pageHost([]))
export const ReaderContext = createContext<Reader>({ state: initialState, cursor: undefined })

export function useHost(): Host {
  return useContext(HostContext)
}

export function useReader(): Reader {
  return useContext(ReaderContext)
}
