import { t } from '@vscode/l10n'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { type ChecklistItem, isStep, type PlanElement } from '../../plan/elements/elements.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { blockedEdits, itemMarkEdits, markEdits, markRefusal, progressEdits } from '../edits/task-edits.js'
import type { TextEdit } from '../edits/text-edit.js'
import { type EditContext, editsOfChange } from '../edits/text-edits.js'
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

/** The edits that an intent comes to, or why it comes to none. */
type Answer = readonly TextEdit[] | { readonly reason: string }

interface Target {
  readonly element: PlanElement
  readonly item: ChecklistItem | undefined
  /** The day that is written down where none is named. */
  readonly today: PlainDate
  readonly context: EditContext
}

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
  return edit(server, params, (target) => markAnswer(target, params))
}

/** What setting a mark comes to. */
function markAnswer({ element, item, today, context }: Target, { mark, on }: ParamsOf<typeof setMarkRequest>): Answer {
  if (item) return itemMarkEdits(item, mark, context)
  if (!isStep(element)) return noTask(element)
  const refusal = markRefusal(element, mark, on ?? today)
  return refusal === undefined ? markEdits(element, mark, on ?? today, context) : { reason: refusal }
}

async function toggle(server: Server, { uri, range }: ParamsOf<typeof toggleRequest>): Promise<ResultOf<typeof toggleRequest>> {
  await server.session.settled()
  const view = server.session.view(uri)
  if (!view) return null
  const element = elementsAround(view.file, view.folder.offsetAt(view.path, range.start)).at(-1)
  if (!isStep(element) || element.kind === 'decision') return null
  const mark = element.mark === 'done' ? 'todo' : 'done'
  return apply(server, view, markEdits(element, mark, server.session.today, editContext(view)))
}

function setProgress(server: Server, params: ParamsOf<typeof setProgressRequest>): Promise<EditReply> {
  return edit(server, params, ({ element, today, context }) =>
    element.kind === 'task' ? progressEdits(element, String(params.percent), today, context) : noTask(element),
  )
}

function setBlocked(server: Server, params: ParamsOf<typeof setBlockedRequest>): Promise<EditReply> {
  return edit(server, params, ({ element, today, context }) =>
    element.kind === 'task' ? blockedEdits(element, params.because, today, context) : noTask(element),
  )
}

function addClause(server: Server, params: ParamsOf<typeof addClauseRequest>): Promise<EditReply> {
  return edit(server, params, ({ element, context }) =>
    editsOfChange({ type: 'insert-clause', into: element.extent, text: params.clause }, context),
  )
}

function noTask(element: PlanElement): Answer {
  return { reason: t('`{name}` is no task.', { name: element.name }) }
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

async function edit(server: Server, address: ElementAddress, make: (target: Target) => Answer): Promise<EditReply> {
  if (!isAddress(address))
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      t('This needs to know the element. Send one object with the `uri` of a file and the `name` of an element in its plan.'),
    )
  await server.session.settled()
  const view = server.session.view(address.uri)
  const element = view?.plan.byName(address.name)
  const items = element?.kind === 'task' ? element.items : []
  const item = address.item === undefined ? undefined : items[address.item]
  if (!view || !element || (address.item !== undefined && !item))
    return { applied: false, reason: t('`{name}` is not in the plan any more.', { name: address.name }) }
  const answer = make({ element, item, today: server.session.today, context: editContext(view) })
  return 'reason' in answer ? { applied: false, reason: answer.reason } : apply(server, view, answer)
}

async function apply({ connection }: Server, { folder }: FileView, edits: readonly TextEdit[]): Promise<EditReply> {
  if (edits.length === 0) return { applied: true }
  const { applied, failureReason } = await connection.workspace.applyEdit(workspaceEdit(folder, edits))
  return { applied, ...(failureReason !== undefined && { reason: failureReason }) }
}

/** What edits of a file and its plan are made in. */
export function editContext({ folder, plan }: FileView): EditContext {
  return { text: (path) => folder.text(path), plan }
}
