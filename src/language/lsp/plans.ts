import type { severities } from '../../plan/elements/finding.js'
import type { Place } from '../../plan/text/place.js'
import {
  elementAtRequest,
  explainRequest,
  locateRequest,
  outlineRequest,
  type ParamsOf,
  type PlanAddress,
  type PlanStatus,
  type ResultOf,
  statusRequest,
} from '../protocol.js'
import type { JudgedPlan } from '../workspace/workspace.js'
import { outlineOf } from './outline.js'
import { elementsAround } from './places.js'
import type { PlanFolder } from './plan-folder.js'
import type { Provider, Server } from './provider.js'
import { ruleMarkdown } from './rule-text.js'

/** Counts, stage and status date of a plan. */
export function statusOf(folder: PlanFolder, { root, plan, findings }: JudgedPlan): PlanStatus {
  const count = (severity: (typeof severities)[number]) => findings.filter((finding) => finding.severity === severity).length
  const others = plan.files.map((file) => file.path).filter((path) => path !== root)
  return {
    uri: folder.uriOf(root),
    name: plan.strategy?.name ?? root,
    title: plan.strategy?.title?.text,
    isLibrary: plan.isLibrary,
    stage: plan.stage,
    statusDate: plan.statusDate,
    findings: { error: count('error'), warning: count('warning'), information: count('information'), hint: count('hint') },
    files: [root, ...others].map((path) => folder.uriOf(path)),
  }
}

/** The requests that read plans; `protocol.ts` says what each means. */
export const plans: Provider = {
  capabilities: {},
  attach(server) {
    const { connection } = server
    connection.onRequest(statusRequest.method, (params: ParamsOf<typeof statusRequest>) => status(server, params))
    connection.onRequest(outlineRequest.method, (params: ParamsOf<typeof outlineRequest>) => outline(server, params))
    connection.onRequest(locateRequest.method, (params: ParamsOf<typeof locateRequest>) => locate(server, params))
    connection.onRequest(elementAtRequest.method, (params: ParamsOf<typeof elementAtRequest>) => elementAt(server, params))
    connection.onRequest(explainRequest.method, ({ code }: ParamsOf<typeof explainRequest>): ResultOf<typeof explainRequest> => {
      const markdown = ruleMarkdown(code)
      return markdown === undefined ? null : { markdown }
    })
  },
}

async function status({ session }: Server, { uri }: ParamsOf<typeof statusRequest>): Promise<ResultOf<typeof statusRequest>> {
  await session.settled()
  if (uri === undefined) {
    const outcomes = await session.outcomes()
    return outcomes.flatMap(({ folder, plans }) => plans.map((plan) => statusOf(folder, plan)))
  }
  const view = session.view(uri)
  if (!view) return []
  return view.plans.flatMap(({ root }) => {
    const judged = view.folder.judgedPlan(root)
    return judged ? [statusOf(view.folder, judged)] : []
  })
}

async function outline(server: Server, params: ParamsOf<typeof outlineRequest>): Promise<ResultOf<typeof outlineRequest>> {
  const found = await judgedFor(server, params)
  return found ? outlineOf(found.judged.plan) : null
}

/** The plan that a document belongs to, or the one with the given root, judged after the last edit. */
export async function judgedFor(
  { session }: Server,
  { uri, root }: PlanAddress,
): Promise<{ readonly folder: PlanFolder; readonly judged: JudgedPlan } | undefined> {
  await session.settled()
  const view = session.view(uri)
  const wanted = view?.plans.find((plan) => view.folder.uriOf(plan.root) === root) ?? view?.plan
  const judged = wanted && view?.folder.judgedPlan(wanted.root)
  return view && judged && { folder: view.folder, judged }
}

async function locate({ session }: Server, { uri, name, place }: ParamsOf<typeof locateRequest>): Promise<ResultOf<typeof locateRequest>> {
  await session.settled()
  const view = session.view(uri)
  const found: Place | undefined = name === undefined ? place : view?.plan.byName(name)?.place
  return view && found && view.folder.text(found.file) !== undefined ? view.folder.locationOf(found) : null
}

async function elementAt(
  { session }: Server,
  { uri, range }: ParamsOf<typeof elementAtRequest>,
): Promise<ResultOf<typeof elementAtRequest>> {
  await session.settled()
  const view = session.view(uri)
  const element = view && elementsAround(view.file, view.folder.offsetAt(view.path, range.start)).at(-1)
  return element ? { name: element.name, kind: element.kind, path: element.path } : null
}
