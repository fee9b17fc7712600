import type { TokenType } from 'chevrotain'
import type { File } from '../generated/ast.js'
import { scan, type TokenKinds } from '../scan.js'
import { type TerminalName, terminalNames } from '../token-names.js'
import { firstWord, nameOffset, parseTokens, tokenNames } from './generated/quick-parser.js'

/**
 * The tree of a text that has no fault of syntax; undefined for any other, which the tolerant parser reads. This way most texts are read
 * without it, and it takes long to get ready.
 */
export function parseQuickly(source: string): File | undefined {
  const { tokens, errors } = scan(source, kinds)
  return errors.length === 0 ? parseTokens(tokens as ((typeof tokens)[number] & { tokenTypeIdx: number })[]) : undefined
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
