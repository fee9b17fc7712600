import type { IToken, TokenType } from 'chevrotain'
import type { File } from '../generated/ast.js'
import { firstWord, type NumberedToken, nameOffset, parseTokens, tokenNames } from './generated/quick-parser.js'
import { everythingIn, type TokenKinds, tokensOf } from './scan.js'
import { type TerminalName, terminalNames } from './token-names.js'

/**
 * Parses a text that has no fault of syntax, and gives its parts one by one as they are read, so that what is made of a part can go before
 * the next comes. False for any other text, which the tolerant parser reads; parts given until then do not count. Most texts are read
 * without that parser this way, and it takes long to get ready.
 */
export function parseQuickly(source: string, onPart: (part: File['parts'][number]) => void): boolean {
  const tokens = tokensOf(source, kinds)
  return parseTokens(() => tokens.next() as NumberedToken | undefined, onPart) && !tokens.hasFailed // every kind below has its number
}

/** The tokens and comments of any text, one by one in its order; those of a broken one too. */
export function tokensAndComments(source: string): () => IToken | undefined {
  return everythingIn(source, kinds)
}

/** True for a keyword in a place where no name can stand. */
export function isPlainWord({ tokenTypeIdx }: IToken): boolean {
  return tokenTypeIdx >= firstWord && tokenTypeIdx < firstWord + nameOffset
}

const kinds = tokenKinds()

function tokenKinds(): TokenKinds {
  const keywords = new Map<string, { plain: TokenType; nameable: TokenType }>()
  const signs = new Map<string, TokenType>()
  const terminals: Partial<Record<TerminalName, TokenType>> = {}
  const isTerminal = new Set<string>(terminalNames)
  tokenNames.forEach((name, tokenTypeIdx) => {
    const type: TokenType = { name, tokenTypeIdx }
    if (tokenTypeIdx >= firstWord) keywords.set(name, { plain: type, nameable: { name, tokenTypeIdx: tokenTypeIdx + nameOffset } })
    else if (isTerminal.has(name)) terminals[name as TerminalName] = type
    else signs.set(name, type)
  })
  return { keywords, signs, terminals: terminals as Record<TerminalName, TokenType> } // the generator numbers every terminal
}
