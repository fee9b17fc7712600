import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
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
  },
}

/** The services that reading plans needs: a parser, and nothing of an editor. */
export function createReadingServices(): LangiumCoreServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), MopsGeneratedSharedModule)
  const services = inject(createDefaultCoreModule({ shared }), MopsGeneratedModule, mopsCoreModule)
  shared.ServiceRegistry.register(services)
  return services
}
