import { createToken, Lexer, type TokenType } from 'chevrotain'
import { AstUtils, GrammarAST, type TokenBuilder } from 'langium'
import { wordsByShape } from '../table/shapes.js'
import { nameableType } from './token-names.js'

const wordPattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/**
 * Token types in which a keyword may be a name. Every keyword `owner` gets a second type, which counts as the keyword and as an ID;
 * `WORD` counts as an ID as well. The lexer uses the plain keyword where a name cannot stand.
 */
export class MopsTokenBuilder implements TokenBuilder {
  buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const shapes = wordsByShape(ownWords(grammar))
    const shapeTypes = new Map([...shapes.keys()].map((name) => [name, createToken({ name, pattern: Lexer.NA })]))
    const textWord = shapeTypes.get('TEXTWORD')
    const id = createToken({ name: 'ID', pattern: Lexer.NA })
    const word = createToken({ name: 'WORD', pattern: Lexer.NA, categories: [id] })
    const keywords = new Map<string, TokenType[]>()
    for (const [shape, words] of shapes) {
      const type = shapeTypes.get(shape)
      for (const one of words) keywords.set(one, type ? (shape === 'COMMONWORD' && textWord ? [type, textWord] : [type]) : [])
    }
    const own = new Set(['ID', 'WORD', ...shapeTypes.keys()])
    const terminals = grammar.rules.filter(GrammarAST.isTerminalRule).filter(({ name }) => !own.has(name))
    const signs = new Set<string>()
    for (const { value } of AstUtils.streamAllContents(grammar).filter(GrammarAST.isKeyword)) {
      if (!wordPattern.test(value)) signs.add(value)
      else if (!keywords.has(value)) keywords.set(value, [])
    }
    const others = [...terminals.map(({ name }) => name), ...signs].map((name) => createToken({ name, pattern: Lexer.NA }))
    const plain = [...keywords].map(([name, categories]) => createToken({ name, pattern: Lexer.NA, categories }))
    const nameable = plain.map((keyword) => createToken({ name: nameableType(keyword.name), pattern: Lexer.NA, categories: [keyword, id] }))
    return [...others, ...shapeTypes.values(), word, id, ...plain, ...nameable]
  }
}

/** The words that begin a clause or an element by a rule of their own, and not by the terminal of a shape. */
function ownWords(grammar: GrammarAST.Grammar): ReadonlySet<string> {
  const assignments = AstUtils.streamAllContents(grammar)
    .filter(GrammarAST.isAssignment)
    .filter(({ feature }) => feature === 'keyword' || feature === 'kind')
  return new Set(
    assignments
      .flatMap(({ terminal }) => AstUtils.streamAst(terminal).filter(GrammarAST.isKeyword))
      .map(({ value }) => value)
      .toArray(),
  )
}

/** True for the token types of keywords that are words. */
export function isWordKeyword(token: TokenType): boolean {
  return wordPattern.test(token.name) && !/^[A-Z]+$/.test(token.name)
}

/** True for the token types of signs such as `..`. */
export function isSign(token: TokenType): boolean {
  return /^[^\p{L}_]+$/u.test(token.name)
}
