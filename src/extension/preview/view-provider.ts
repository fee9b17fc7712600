import { versionOf } from '../../language/lsp/plan-version.js'
import { judgedFor, statusOf } from '../../language/lsp/plans.js'
import type { Provider, Server } from '../../language/lsp/provider.js'
import type { ParamsOf } from '../../language/protocol.js'
import type { JudgedPlan } from '../../language/workspace/workspace.js'
import type { PlaceView, PlanView } from '../../preview/model.js'
import { patchBetween } from '../../preview/patch.js'
import { planView } from '../../preview/plan-view.js'
import { type ViewReply, viewPlaceRequest, viewRequest } from './view-request.js'

interface Sent {
  readonly judged: JudgedPlan
  readonly revision: number
  readonly plan: PlanView
  readonly places: readonly PlaceView[]
  readonly locationOf: (place: PlaceView) => ReturnType<Locate>
}

interface SentPlans {
  /** By the URI of the plan. */
  readonly plans: Map<string, Sent>
  /** The revision before all others. */
  readonly first: number
}

type Locate = NonNullable<ReturnType<Server['session']['view']>>['folder']['locationOf']

/** Runs in the server: makes the views of plans where the plans are, and sends only what has changed. */
export const views: Provider = {
  capabilities: {},
  attach(server) {
    const sent = new Map<string, Sent>()
    // A client may know revisions of a server that has ended, which are not those of this one.
    const [first = 0] = crypto.getRandomValues(new Uint32Array(1))
    server.connection.onRequest(viewRequest.method, (params: ParamsOf<typeof viewRequest>) =>
      viewReply(server, { plans: sent, first }, params),
    )
    server.connection.onRequest(viewPlaceRequest.method, ({ of, at }: ParamsOf<typeof viewPlaceRequest>) => {
      const known = sent.get(of)
      const place = known?.places[at]
      return known && place ? known.locationOf(place) : null
    })
  },
}

async function viewReply(
  server: Server,
  { plans: sent, first }: SentPlans,
  params: ParamsOf<typeof viewRequest>,
): Promise<ViewReply | null> {
  const found = await judgedFor(server, params)
  if (!found) return null
  const { folder, judged } = found
  const status = statusOf(folder, judged)
  const version = versionOf(judged.plan)
  const before = sent.get(status.uri)
  const isKnown = before !== undefined && params.known?.of === status.uri && params.known.revision === before.revision
  if (before?.judged === judged) return { status, revision: before.revision, version, ...(!isKnown && { plan: before.plan }) }
  const { places, ...rest } = planView(judged.plan, judged.findings)
  const plan: PlanView = { ...rest, places: [] }
  const patch = patchBetween(before?.plan, plan)
  const revision = (before?.revision ?? first) + (patch ? 1 : 0)
  sent.set(status.uri, { judged, revision, plan, places, locationOf: (place) => folder.locationOf(place) })
  return isKnown ? { status, revision, version, ...(patch && { patch }) } : { status, revision, version, plan }
}
