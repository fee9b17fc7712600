import { createToken, Lexer, type TokenType } from 'chevrotain'
import { DefaultTokenBuilder, type GrammarAST } from 'langium'

/** The token types that the lexer needs to know by name. */
export const terminalNames = [
  'COMMENT',
  'LONGTEXT',
  'TEXT',
  'SMARTTEXT',
  'OPENTEXT',
  'MARK',
  'TAG',
  'DATELIKE',
  'COMMANUMBER',
  'NUMBER',
  'UNIT',
  'WORD',
  'ID',
] as const
export type TerminalName = (typeof terminalNames)[number]

const wordPattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/**
 * Token types in which a keyword may be a name. Every keyword `owner` gets a second type, which counts as the keyword and as an ID;
 * `WORD` counts as an ID as well. The lexer uses the plain keyword where a name cannot stand.
 */
export class MopsTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const built = super.buildTokens(grammar) as TokenType[] // a plain list, since the grammar has no lexer modes
    const id = createToken({ name: 'ID', pattern: Lexer.NA })
    const word = createToken({ name: 'WORD', pattern: Lexer.NA, categories: [id] })
    const others = built.filter((token) => token.name !== 'ID' && token.name !== 'WORD')
    const nameable = others
      .filter(isWordKeyword)
      .map((keyword) => createToken({ name: nameableType(keyword.name), pattern: Lexer.NA, categories: [keyword, id] }))
    return [...others, word, id, ...nameable]
  }
}

/** The name of the token type of a keyword in a place where a name may stand too. */
export function nameableType(keyword: string): string {
  return `${keyword} or a name`
}

/** True for the token types of keywords that are words. */
export function isWordKeyword(token: TokenType): boolean {
  return wordPattern.test(token.name) && !(terminalNames as readonly string[]).includes(token.name)
}
