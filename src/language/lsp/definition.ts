import type { DefinitionParams, Location, TypeDefinitionParams } from 'vscode-languageserver'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { touches } from './places.js'
import { answeringAt, type Provider } from './provider.js'
import type { FileView } from './session.js'
import { elementAtCursor } from './uses.js'

/** From a name to its element, from an import to its file; and from an element to what it is of. */
export const definition: Provider = {
  capabilities: { definitionProvider: true, typeDefinitionProvider: true },
  attach(server) {
    server.connection.onDefinition(answeringAt<DefinitionParams, Location[]>(server, [], definitionsAt))
    server.connection.onTypeDefinition(answeringAt<TypeDefinitionParams, Location[]>(server, [], typeDefinitionsAt))
  },
}

export function definitionsAt(view: FileView, offset: number): Location[] {
  const line = view.file.imports.find(({ place }) => touches(place, offset))
  if (line?.target !== undefined && view.folder.text(line.target) !== undefined)
    return [view.folder.locationOf({ file: line.target, start: 0, end: 0 })]
  const element = elementAtCursor(view, offset)
  return element ? [view.folder.locationOf(element.place)] : []
}

/** The goals of a task, the sources of a number, the roles of a person, the number of actuals and benchmarks. */
export function typeDefinitionsAt(view: FileView, offset: number): Location[] {
  const element = elementAtCursor(view, offset)
  return element ? typesOf(element, view.plan).map(({ place }) => view.folder.locationOf(place)) : []
}

function typesOf(element: PlanElement, plan: Plan): readonly PlanElement[] {
  const named = (...refs: readonly (Ref | undefined)[]) => refs.flatMap((ref) => (ref && plan.byName(ref.name)) ?? [])
  switch (element.kind) {
    case 'task':
    case 'milestone':
    case 'campaign':
      return named(...element.for)
    case 'decision':
      return named(...element.about)
    case 'person':
      return named(...element.fills)
    case 'measure':
    case 'metric':
      return [
        ...new Set(
          numbers(plan)
            .measuresUnder(element.name)
            .flatMap(({ from }) => named(from?.origin)),
        ),
      ]
    case 'goal':
      return named(...element.aims.map(({ number }) => number))
    case 'benchmark':
      return named(element.of)
    case 'source':
      return named(element.from)
    default:
      return []
  }
}
