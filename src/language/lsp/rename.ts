import { t } from '@vscode/l10n'
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Place } from '../../plan/text/place.js'
import { workspaceEdit } from './edits-for-client.js'
import { touches } from './places.js'
import { answeringAt, type Provider } from './provider.js'
import type { FileView } from './session.js'
import { elementAtCursor, usesOf } from './uses.js'

/** Renames an element with every place that names it, in all files of all plans that hold it. */
export const rename: Provider = {
  capabilities: { renameProvider: { prepareProvider: true } },
  attach(server) {
    server.connection.onPrepareRename(answeringAt<PrepareRenameParams, PrepareRenameResult | null>(server, null, prepareRenameAt))
    server.connection.onRenameRequest(
      answeringAt<RenameParams, WorkspaceEdit | null>(server, null, (view, offset, { newName }) => renameAt(view, offset, newName)),
    )
  },
}

const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** The name at the cursor, if it can be renamed. */
export function prepareRenameAt(
  view: FileView,
  offset: number,
): { range: ReturnType<FileView['folder']['rangeOf']>; placeholder: string } | null {
  const found = namesAt(view, offset)
  return found ? { range: view.folder.rangeOf(found.here), placeholder: found.name } : null
}

/** The edit; throws for a name that cannot be one, or that is taken. */
export function renameAt(view: FileView, offset: number, newName: string): WorkspaceEdit | null {
  const found = namesAt(view, offset)
  if (!found) return null
  if (!namePattern.test(newName))
    throw refusal(t('`{name}` cannot be a name. Names are letters, digits and `_`, and begin with no digit.', { name: newName }))
  if (newName !== found.name && found.plans.some((plan) => plan.byName(newName)))
    throw refusal(t('`{name}` is taken already, and names are unique in a plan.', { name: newName }))
  return workspaceEdit(
    view.folder,
    found.places.map((place) => ({ ...place, text: newName })),
  )
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message)
}

function namesAt(view: FileView, offset: number) {
  const element = elementAtCursor(view, offset)
  if (!element) return undefined
  const { declaration, references, plans } = usesOf(view, element)
  if (!declaration) return undefined
  const places: readonly Place[] = [declaration, ...references]
  const here = places.find((place) => place.file === view.path && touches(place, offset))
  return here && { here, places, plans, name: element.name }
}
