import { t } from '@vscode/l10n'
import { diffLines } from 'diff'
import { dateOf } from '../../plan/quantity/days.js'
import { type Considered, consider } from '../intents/consider.js'
import { isRefused } from '../intents/intent.js'
import { type ChangedLine, considerRequest, type IntentReply, type IntentRequest, intentRequest, type ParamsOf } from '../protocol.js'
import type { JudgedPlan } from '../workspace/workspace.js'
import { workspaceEdit } from './edits-for-client.js'
import type { PlanFolder } from './plan-folder.js'
import { versionOf } from './plan-version.js'
import { judgedFor } from './plans.js'
import type { Provider, Server } from './provider.js'

/** What a client wishes of a plan, with what would follow from it. */
export const intents: Provider = {
  capabilities: {},
  attach(server) {
    server.connection.onRequest(considerRequest.method, (params: ParamsOf<typeof considerRequest>) => considered(server, params))
    server.connection.onRequest(intentRequest.method, (params: ParamsOf<typeof intentRequest>) => carriedOut(server, params))
  },
}

async function considered(server: Server, params: IntentRequest): Promise<IntentReply> {
  const found = await thoughtThrough(server, params)
  return 'reply' in found ? found.reply : { applied: false, ...replyOf(found) }
}

async function carriedOut(server: Server, params: ParamsOf<typeof intentRequest>): Promise<IntentReply> {
  const found = await thoughtThrough(server, params)
  if ('reply' in found) return found.reply
  const reply = replyOf(found)
  const { folder, result } = found
  const isAsked = result.verdict.isHarmful || result.references.length > 0 || (reply.others ?? []).length > 0
  if (params.unlessHarmful && isAsked) return { applied: false, ...reply }
  if (result.edits.length === 0) return { applied: true, ...reply }
  const { applied, failureReason } = await server.connection.workspace.applyEdit(workspaceEdit(folder, result.edits))
  return { applied, ...reply, ...(failureReason !== undefined && { reason: failureReason }) }
}

interface Thought {
  readonly folder: PlanFolder
  readonly judged: JudgedPlan
  readonly result: Considered
}

async function thoughtThrough(server: Server, params: IntentRequest): Promise<Thought | { readonly reply: IntentReply }> {
  const found = await judgedFor(server, params)
  if (!found) return { reply: { applied: false, reason: t('This file is no part of a plan.') } }
  const { folder, judged } = found
  if (params.version !== undefined && params.version !== versionOf(judged.plan))
    return { reply: { applied: false, isOutdated: true, reason: t('The text has changed meanwhile. Look at it, and do it again.') } }
  const context = { plan: judged.plan, text: (path: string) => folder.text(path), today: server.session.today }
  const surroundings = { workspace: folder.engine, settings: folder.settings, judged, context }
  const result = consider(params.intents, surroundings, params.push)
  return isRefused(result) ? { reply: { applied: false, reason: result.refused } } : { folder, judged, result }
}

function replyOf({ folder, judged, result }: Thought): Omit<IntentReply, 'applied'> {
  const paths = [...result.texts.keys()]
  const others = new Set(paths.flatMap((path) => folder.rootsOf(path)).filter((root) => root !== judged.root))
  return {
    verdict: result.verdict,
    diff: paths.flatMap((path) => changedLines(folder.uriOf(path), folder.text(path) ?? '', result.texts.get(path) ?? '')),
    pushed: result.pushed.map(({ name, start, end, days }) => ({
      name,
      title: judged.plan.byName(name)?.title?.text ?? name,
      start: dateOf(start),
      end: dateOf(end),
      days,
    })),
    references: [...new Set(result.references.map(({ element }) => element.title?.text ?? element.name))],
    others: [...others].map((root) => folder.plan(root)?.strategy?.title?.text ?? root),
    uris: paths.map((path) => folder.uriOf(path)),
  }
}

function changedLines(uri: string, before: string, after: string): readonly ChangedLine[] {
  const lines: ChangedLine[] = []
  let old = 1
  let now = 1
  for (const { value, count = 0, added, removed } of diffLines(before, after)) {
    const texts = value.replace(/\n$/, '').split('\n')
    if (removed) lines.push(...texts.map((text, at) => ({ uri, line: old + at, sign: '-' as const, text })))
    else if (added) lines.push(...texts.map((text, at) => ({ uri, line: now + at, sign: '+' as const, text })))
    if (!added) old += count
    if (!removed) now += count
  }
  return lines
}
