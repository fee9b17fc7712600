import { t } from '@vscode/l10n'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { isStep, type PlanElement } from '../../plan/elements/elements.js'
import type { EditContext } from '../edits/text-edits.js'
import { carriedOut } from '../intents/carried-out.js'
import { clauseWritten, quoted } from '../intents/clause-text.js'
import { type EditIntent, isRefused } from '../intents/intent.js'
import {
  addClauseRequest,
  type EditReply,
  type ElementAddress,
  type ParamsOf,
  type ResultOf,
  serverCommands,
  setBlockedRequest,
  setMarkRequest,
  setProgressRequest,
  toggleRequest,
} from '../protocol.js'
import { workspaceEdit } from './edits-for-client.js'
import { elementsAround } from './places.js'
import type { Provider, Server } from './provider.js'
import type { FileView } from './session.js'

/** Intents: what a preview or a lens wants done with an element, as edits of the text that the client applies. */
export const commands: Provider = {
  capabilities: { executeCommandProvider: { commands: Object.values(serverCommands) } },
  attach(server) {
    const { connection } = server
    connection.onRequest(setMarkRequest.method, (params: ParamsOf<typeof setMarkRequest>) => setMark(server, params))
    connection.onRequest(toggleRequest.method, (params: ParamsOf<typeof toggleRequest>) => toggle(server, params))
    connection.onRequest(setProgressRequest.method, (params: ParamsOf<typeof setProgressRequest>) => setProgress(server, params))
    connection.onRequest(setBlockedRequest.method, (params: ParamsOf<typeof setBlockedRequest>) => setBlocked(server, params))
    connection.onRequest(addClauseRequest.method, (params: ParamsOf<typeof addClauseRequest>) => addClause(server, params))
    connection.onExecuteCommand(({ command, arguments: [params] = [] }) => {
      switch (command) {
        case serverCommands.setMark:
          return setMark(server, params)
        case serverCommands.setProgress:
          return setProgress(server, params)
        case serverCommands.setBlocked:
          return setBlocked(server, params)
        case serverCommands.addClause:
          return addClause(server, params)
        default:
          throw new ResponseError(ErrorCodes.InvalidParams, t('There is no command `{command}`.', { command }))
      }
    })
  },
}

function setMark(server: Server, params: ParamsOf<typeof setMarkRequest>): Promise<EditReply> {
  return edit(server, params, () => ({ clause: 'mark', value: params.on === undefined ? params.mark : `${params.mark} ${params.on}` }))
}

async function toggle(server: Server, { uri, range }: ParamsOf<typeof toggleRequest>): Promise<ResultOf<typeof toggleRequest>> {
  await server.session.settled()
  const view = server.session.view(uri)
  if (!view) return null
  const element = elementsAround(view.file, view.folder.offsetAt(view.path, range.start)).at(-1)
  if (!isStep(element) || element.kind === 'decision') return null
  const value = element.mark === 'done' ? 'todo' : 'done'
  return carryOut(server, view, { type: 'edit', element: { name: element.name }, clause: 'mark', value })
}

function setProgress(server: Server, params: ParamsOf<typeof setProgressRequest>): Promise<EditReply> {
  return edit(server, params, () => ({ clause: 'progress', value: `${params.percent}%` }))
}

function setBlocked(server: Server, params: ParamsOf<typeof setBlockedRequest>): Promise<EditReply> {
  return edit(server, params, () => ({ clause: 'blocked', value: params.because === undefined ? undefined : quoted(params.because) }))
}

function addClause(server: Server, params: ParamsOf<typeof addClauseRequest>): Promise<EditReply> {
  return edit(server, params, ({ kind }) => clauseWritten(kind, params.clause))
}

/** What a client sends may be anything. */
function isAddress(params: unknown): params is ElementAddress {
  return (
    typeof params === 'object' &&
    params !== null &&
    'uri' in params &&
    typeof params.uri === 'string' &&
    'name' in params &&
    typeof params.name === 'string'
  )
}

async function edit(
  server: Server,
  address: ElementAddress,
  make: (element: PlanElement) => Pick<EditIntent, 'clause' | 'value'>,
): Promise<EditReply> {
  if (!isAddress(address))
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      t('This needs to know the element. Send one object with the `uri` of a file and the `name` of an element in its plan.'),
    )
  await server.session.settled()
  const { uri, name, item } = address
  const view = server.session.view(uri)
  const element = view?.plan.byName(name)
  if (!view || !element) return { applied: false, reason: t('`{name}` is not in the plan any more.', { name }) }
  const key = item === undefined ? { name } : { name, kind: 'item' as const, at: item }
  return carryOut(server, view, { type: 'edit', element: key, ...make(element) })
}

async function carryOut({ connection, session }: Server, { folder, plan }: FileView, intent: EditIntent): Promise<EditReply> {
  const result = carriedOut([intent], { plan, text: (path) => folder.text(path), today: session.today })
  if (isRefused(result)) return { applied: false, reason: result.refused }
  if (result.edits.length === 0) return { applied: true }
  const { applied, failureReason } = await connection.workspace.applyEdit(workspaceEdit(folder, result.edits))
  return { applied, ...(failureReason !== undefined && { reason: failureReason }) }
}

/** What edits of a file and its plan are made in. */
export function editContext({ folder, plan }: FileView): EditContext {
  return { text: (path) => folder.text(path), plan }
}
