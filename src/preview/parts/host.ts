import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { PreviewMessage } from '../messages.js'
import { initialState, type ViewState } from '../view-state.js'

/** What surrounds the views: an editor that takes wishes, or a page that only shows. */
export interface Host {
  /** False on a page: nothing can be clicked or chosen, all views are laid out one below the other. */
  readonly isLive: boolean
  readonly send: (message: PreviewMessage) => void
  readonly state: ViewState
  readonly setState: (change: Partial<ViewState>) => void
  /** The element at the cursor. */
  readonly cursor: string | undefined
}

const page: Host = { isLive: false, send: () => {}, state: initialState, setState: () => {}, cursor: undefined }

export const HostContext = createContext<Host>(page)

export function useHost(): Host {
  return useContext(HostContext)
}
