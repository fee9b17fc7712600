import type { IToken } from 'chevrotain'
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createLangiumParser,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium'
import { MopsGeneratedModule, MopsGeneratedSharedModule } from './generated/module.js'
import { MopsLexer } from './lexer.js'
import { MopsTokenBuilder } from './tokens.js'

/** The parts of the language that differ from Langium's defaults, without the editor's. */
export const mopsCoreModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
  parser: {
    // Every decision of the grammar is made by one token, and options are greedy: the plain strategy is smaller and quicker.
    ParserConfig: () => ({ maxLookahead: 1, recoveryEnabled: true, nodeLocationTracking: 'full', skipValidations: true }),
    TokenBuilder: () => new MopsTokenBuilder(),
    Lexer: (services) => new MopsLexer(services),
    LangiumParser: (services) => withoutIdleSearch(createLangiumParser(services)),
  },
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
