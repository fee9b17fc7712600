import type { TokenType, TokenTypeDictionary } from 'chevrotain'
import type { LangiumCoreServices, Lexer, LexerResult } from 'langium'
import { scan, type TokenKinds } from './scan.js'
import { nameableType, type TerminalName, terminalNames } from './token-names.js'
import { isSign, isWordKeyword } from './tokens.js'

/** The lexer of Langium's parser. */
export class MopsLexer implements Lexer {
  readonly definition: TokenTypeDictionary
  private readonly kinds: TokenKinds

  constructor(services: LangiumCoreServices) {
    const types = services.parser.TokenBuilder.buildTokens(services.Grammar) as TokenType[] // see MopsTokenBuilder
    this.definition = Object.fromEntries(types.map((type) => [type.name, type]))
    const keywords = new Map<string, { readonly plain: TokenType; readonly nameable: TokenType }>()
    const signs = new Map<string, TokenType>()
    for (const type of types) {
      const nameable = this.definition[nameableType(type.name)]
      if (nameable && isWordKeyword(type)) keywords.set(type.name, { plain: type, nameable })
      else if (isSign(type)) signs.set(type.name, type)
    }
    const terminals = Object.fromEntries(
      terminalNames.map((name) => {
        const type = this.definition[name]
        if (!type) throw new Error(`The grammar has no terminal ${name}.`)
        return [name, type]
      }),
    ) as Record<TerminalName, TokenType> // every name was just checked
    this.kinds = { keywords, terminals, signs }
  }

  tokenize(input: string): LexerResult {
    return scan(input, this.kinds)
  }
}
