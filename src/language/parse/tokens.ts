import { createToken, Lexer, type TokenType } from 'chevrotain'
import { AstUtils, GrammarAST, type TokenBuilder } from 'langium'
import { nameableType } from './token-names.js'

/** The keywords of each shape of clause; one terminal for many words keeps the parser small and quick. */
const shapes: Readonly<Record<string, string>> = {
  KINDWORD:
    'strategy objective person role team stakeholder source measure metric benchmark goal phase task milestone communication sla report channel ' +
    'campaign segment tool budget problem risk assumption review journey workflow scoring line',
  REFSWORD:
    'owner supervisor fills members watch supports scope given after consults informs affects using to via about shows connects hurts',
  COMMONWORD: 'note link',
  TEXTWORD: 'summary duties file achievable realistic expect service rule symptom lesson trigger action when',
  WORDSWORD: 'skills requires kind category power interest likelihood impact currency dated',
  DATEWORD: 'asof start due done on',
  SPANSWORD: 'period holidays away evaluates',
  VALUEWORD: 'works effort takes progress total spent threshold',
  FLAGWORD: 'required kpi housekeeping wrapup keep adopt retire sum distinct last average median max min',
}

const wordPattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/**
 * Token types in which a keyword may be a name. Every keyword `owner` gets a second type, which counts as the keyword and as an ID;
 * `WORD` counts as an ID as well. The lexer uses the plain keyword where a name cannot stand.
 */
export class MopsTokenBuilder implements TokenBuilder {
  buildTokens(grammar: GrammarAST.Grammar): TokenType[] {
    const shapeTypes = new Map(Object.keys(shapes).map((name) => [name, createToken({ name, pattern: Lexer.NA })]))
    const textWord = shapeTypes.get('TEXTWORD')
    const id = createToken({ name: 'ID', pattern: Lexer.NA })
    const word = createToken({ name: 'WORD', pattern: Lexer.NA, categories: [id] })
    const keywords = new Map<string, TokenType[]>()
    for (const [shape, words] of Object.entries(shapes)) {
      const type = shapeTypes.get(shape)
      for (const one of words.split(' ')) keywords.set(one, type ? (shape === 'COMMONWORD' && textWord ? [type, textWord] : [type]) : [])
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

/** True for the token types of keywords that are words. */
export function isWordKeyword(token: TokenType): boolean {
  return wordPattern.test(token.name) && !/^[A-Z]+$/.test(token.name)
}

/** True for the token types of signs such as `..`. */
export function isSign(token: TokenType): boolean {
  return /^[^\p{L}_]+$/u.test(token.name)
}
