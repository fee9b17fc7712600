import type { IToken, Rule, TokenType } from 'chevrotain'
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type Module,
  type PartialLangiumCoreServices,
  prepareLangiumParser,
} from 'langium'
import { MopsGeneratedModule, MopsGeneratedSharedModule } from '../generated/module.js'
import { FirstTokenLookahead } from './first-token-lookahead.js'
import { MopsLexer } from './lexer.js'
import { MopsTokenBuilder } from './tokens.js'

const firstTokens = new FirstTokenLookahead()

/** The parts of the language that differ from Langium's defaults, without the editor's. */
const mopsCoreModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    ParserConfig: () => ({ lookaheadStrategy: firstTokens, recoveryEnabled: true, nodeLocationTracking: 'full', skipValidations: true }),
    TokenBuilder: () => new MopsTokenBuilder(),
    Lexer: (services) => new MopsLexer(services),
    LangiumParser: (services) => withoutIdleSearch(quicklyFinalized(prepareLangiumParser(services))),
  },
}

/** What Chevrotain's parser keeps of its own analysis. */
interface Analysis {
  recoveryEnabled: boolean
  resyncFollows: Record<string, TokenType[]>
  readonly gastProductionsCache: Readonly<Record<string, Rule>>
}

/**
 * Finalizes the parser without what only recovery needs: where to go on behind an error is computed at the first error. A plan without one
 * is read that much sooner.
 */
function quicklyFinalized(parser: LangiumParser): LangiumParser {
  // biome-ignore lint/complexity/useLiteralKeys: it is protected, and Langium offers no other way
  const analysis = parser['wrapper'] as unknown as Analysis
  analysis.recoveryEnabled = false
  parser.finalize()
  analysis.recoveryEnabled = true
  let follows: Record<string, TokenType[]> | undefined
  Object.defineProperty(analysis, 'resyncFollows', {
    get() {
      follows ??= firstTokens.follows(Object.values(analysis.gastProductionsCache))
      return follows
    },
  })
  return parser
}

/**
 * In front of the first token of every element Langium looks for the place of hidden tokens among all elements before it, also when there
 * are none. That makes large files quadratic.
 */
function withoutIdleSearch(parser: LangiumParser): LangiumParser {
  // biome-ignore lint/complexity/useLiteralKeys: it is protected, and Langium offers no other way
  const builder = parser['nodeBuilder']
  const add = builder.addHiddenNodes.bind(builder)
  builder.addHiddenNodes = (tokens: IToken[]) => {
    if (tokens.length > 0) add(tokens)
  }
  return parser
}

/** The services that reading plans needs: a parser, and nothing of an editor. */
export function createReadingServices(): LangiumCoreServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), MopsGeneratedSharedModule)
  const services = inject(createDefaultCoreModule({ shared }), MopsGeneratedModule, mopsCoreModule)
  shared.ServiceRegistry.register(services)
  return services
}
