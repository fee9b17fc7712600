import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver'
import { isStep, type PlanElement } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import type { Likeness } from '../table/kind.js'
import { vocabulary } from '../table/vocabulary.js'
import { isNamed } from './places.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

const types = ['class', 'interface', 'function', 'variable', 'event', 'namespace', 'property', 'enumMember', 'struct', 'type'] as const
const modifiers = ['declaration', 'deprecated'] as const
type TokenType = (typeof types)[number]

const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] }

/** Names coloured by what they mean; keywords, texts and numbers are the grammar's of the editor. */
export const semanticTokens: Provider = {
  capabilities: { semanticTokensProvider: { legend, full: true, range: true } },
  attach(server) {
    const { semanticTokens: tokens } = server.connection.languages
    const nothing: SemanticTokens = { data: [] }
    tokens.on(answering<SemanticTokensParams, SemanticTokens>(server, nothing, (view) => encoded(view, namesIn(view))))
    tokens.onRange(
      answering<SemanticTokensRangeParams, SemanticTokens>(server, nothing, (view, { range }) => {
        const start = view.folder.offsetAt(view.path, range.start)
        const end = view.folder.offsetAt(view.path, range.end)
        return encoded(
          view,
          namesIn(view).filter(({ place }) => place.end > start && place.start < end),
        )
      }),
    )
  },
}

export interface NameToken {
  readonly place: Place
  readonly type: TokenType
  readonly isDeclaration: boolean
  /** Of a cancelled step, a dropped goal or a tool to retire. */
  readonly isOver: boolean
}

/** Every name of a file that means something, in order. */
export function namesIn({ file, plan, text }: FileView): NameToken[] {
  const declared = file.elements
    .filter((element) => isNamed(element, text))
    .map((element) => ({ place: element.place, type: typeOf(element), isDeclaration: true, isOver: isOver(element) }))
  const used = file.refs.flatMap(({ ref }): NameToken[] => {
    const element = plan.byName(ref.name)
    return element ? [{ place: ref.place, type: typeOf(element), isDeclaration: false, isOver: isOver(element) }] : []
  })
  return [...declared, ...used].sort((a, b) => a.place.start - b.place.start)
}

const tokenTypes: Readonly<Record<Likeness, TokenType>> = {
  actor: 'class',
  aim: 'interface',
  formula: 'function',
  count: 'variable',
  step: 'event',
  group: 'namespace',
  frame: 'namespace',
  part: 'property',
  choice: 'enumMember',
  container: 'struct',
  constant: 'struct',
  origin: 'type',
  values: 'type',
  series: 'type',
  thing: 'type',
}

function typeOf({ kind }: PlanElement): TokenType {
  return tokenTypes[vocabulary[kind].like]
}

function isOver(element: PlanElement): boolean {
  if (isStep(element)) return element.mark === 'cancelled'
  if (element.kind === 'goal') return element.outcome?.outcome === 'dropped'
  return element.kind === 'tool' && element.decision?.decision === 'retire'
}

function encoded({ folder, path }: FileView, names: readonly NameToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  let end = -1
  for (const { place, type, isDeclaration, isOver: over } of names) {
    if (place.start < end) continue
    end = place.end
    const { line, character } = folder.positionAt(path, place.start)
    builder.push(line, character, place.end - place.start, types.indexOf(type), (isDeclaration ? 1 : 0) | (over ? 2 : 0))
  }
  return builder.build()
}
