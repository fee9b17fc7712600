import { type CallHierarchyItem, type CallHierarchyPrepareParams, SymbolKind } from 'vscode-languageserver'
import type { Metric, NumberElement, PlanElement } from '../../plan/elements/elements.js'
import { namesIn } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { answeringAt, type Provider, type Server } from './provider.js'
import type { FileView } from './session.js'
import { elementAtCursor } from './uses.js'

/** Metrics as a hierarchy: what a number rests on (outgoing), and what rests on it (incoming). */
export const callHierarchy: Provider = {
  capabilities: { callHierarchyProvider: true },
  attach(server) {
    const { languages } = server.connection
    languages.callHierarchy.onPrepare(answeringAt<CallHierarchyPrepareParams, CallHierarchyItem[] | null>(server, null, numberAt))
    languages.callHierarchy.onOutgoingCalls(async ({ item }) => (await withNumber(server, item, outgoing)) ?? [])
    languages.callHierarchy.onIncomingCalls(async ({ item }) => (await withNumber(server, item, incoming)) ?? [])
  },
}

async function withNumber<R>(
  server: Server,
  item: CallHierarchyItem,
  answer: (view: FileView, number: NumberElement) => R,
): Promise<R | undefined> {
  await server.session.settled()
  const view = server.session.view(item.uri)
  const element = view?.plan.byName(item.name)
  return view && isNumber(element) ? answer(view, element) : undefined
}

function isNumber(element: PlanElement | undefined): element is NumberElement {
  return element?.kind === 'measure' || element?.kind === 'metric'
}

function itemOf({ folder }: FileView, element: NumberElement): CallHierarchyItem {
  return {
    name: element.name,
    ...(element.title && { detail: element.title.text }),
    kind: element.kind === 'metric' ? SymbolKind.Function : SymbolKind.Variable,
    uri: folder.uriOf(element.place.file),
    range: folder.rangeOf(element.extent),
    selectionRange: folder.rangeOf(element.place),
  }
}

export function numberAt(view: FileView, offset: number): CallHierarchyItem[] | null {
  const element = elementAtCursor(view, offset)
  return isNumber(element) ? [itemOf(view, element)] : null
}

function namesOf(metric: Metric, plan: Plan) {
  return metric.formula ? namesIn(metric.formula.expression).filter(({ name }) => isNumber(plan.byName(name))) : []
}

/** What a number rests on, with the places in its formula. */
export function outgoing(view: FileView, number: NumberElement) {
  if (number.kind !== 'metric') return []
  const refs = namesOf(number, view.plan)
  return [...new Set(refs.map(({ name }) => name))].flatMap((name) => {
    const element = view.plan.byName(name)
    const fromRanges = refs.filter((ref) => ref.name === name).map(({ place }) => view.folder.rangeOf(place))
    return isNumber(element) ? [{ to: itemOf(view, element), fromRanges }] : []
  })
}

/** The metrics whose formulas name a number. */
export function incoming(view: FileView, number: NumberElement) {
  return view.plan.all('metric').flatMap((metric) => {
    const fromRanges = namesOf(metric, view.plan)
      .filter(({ name }) => name === number.name)
      .map(({ place }) => view.folder.rangeOf(place))
    return fromRanges.length > 0 ? [{ from: itemOf(view, metric), fromRanges }] : []
  })
}
