import type { ILexingError, IToken, TokenType } from 'chevrotain'
import type { TerminalName } from './token-names.js'

/** Deeper nesting of braces and parentheses than any plan needs; what stands deeper is left out, with one finding. */
const deepest = 64

const blank = /[ \t\r\n\u00a0\u202f\u2007\u2009\ufeff]+/y
const comment = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n\r]*/y
const longText = /"""[\s\S]*?"""/y
const text = /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"/y
const openText = /"[^\n\r]*/y
const smartText = /[“„”][^“”„"\n\r]*[”“"]|[‘‚'][^‘’'"\n\r]*[’‘']/y
const mark = /\[[ xX~!-]\]/y
const tag = /#[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*/uy
const dateLike = /(?:19|20|21)[0-9]{2}-(?:[QWqw][0-9]{1,2}|[0-9]{1,2}(?:-[0-9]{1,2})?)(?![\p{L}\p{N}_])/uy
const commaNumber = /[0-9][0-9_]*,[0-9]+(?![0-9-])/y
const number = /[0-9][0-9_]*(?:\.[0-9]+)?/y
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy
const unitBehindNumber = /(?:[%‰\p{Sc}]|[\p{L}_][\p{L}\p{M}\p{N}_]*)(?:\/[\p{L}_][\p{L}\p{M}\p{N}_]*)*/uy
/** What stands behind a keyword on its line, when it is no sign. */
const argument = /[ \t\u00a0\u202f]+("|[0-9]|[\p{L}_][\p{L}\p{M}\p{N}_]*)/uy
const gap = /[ \u00a0\u202f]*/y

/** More operators in a row of signs and names than any formula needs; the rest of the line is left out, with one finding. */
const mostOperators = 500
const bracesAndMarks = new Set(['{', '}'])
const operators = new Set(['+', '-', '*', '/', '×', '÷', '−', '–', '—'])

/** The rest of a line up to a brace or a comment. */
const restOfLine = /[^\n\r{}/]*(?:\/(?![/*])[^\n\r{}/]*)*/y
/** More signs in front of a number than anybody means. */
const mostSigns = 20

/** Behind these a name is still expected, so that a keyword at the start of the next line may be one. */
const continuing = new Set([',', '(', '=', '+', '-', '*', '/', '×', '÷', '−', '@', '.', '..'])

/** The token types by what they stand for. A keyword has a second type for places where it may be a name. */
export interface TokenKinds {
  readonly keywords: ReadonlyMap<string, { readonly plain: TokenType; readonly nameable: TokenType }>
  readonly terminals: Readonly<Record<TerminalName, TokenType>>
  readonly signs: ReadonlyMap<string, TokenType>
}

export interface Scanned {
  readonly tokens: IToken[]
  /** The comments. */
  readonly hidden: IToken[]
  readonly errors: ILexingError[]
}

/**
 * Finds the tokens of a plan in one pass. It knows the context that a grammar cannot express:
 * a unit is a unit only behind a number, and a keyword at the start of a line is no name, so that a clause that breaks off costs nothing
 * in the next line.
 */
export function scan(input: string, kinds: TokenKinds): Scanned {
  return new Scan(input, kinds).run()
}

class Scan {
  private readonly keywords: TokenKinds['keywords']
  private readonly terminals: TokenKinds['terminals']
  private readonly signs: TokenKinds['signs']
  private readonly tokens: IToken[] = []
  private readonly hidden: IToken[] = []
  private readonly errors: ILexingError[] = []
  private position = 0
  private line = 1
  private lineStart = 0
  private depth = 0
  private operators = 0
  private errorLine = 0
  private nextLineEnd: number

  constructor(
    private readonly input: string,
    { keywords, terminals, signs }: TokenKinds,
  ) {
    this.keywords = keywords
    this.terminals = terminals
    this.signs = signs
    this.nextLineEnd = this.lineEndFrom(0)
  }

  run(): Scanned {
    while (this.position < this.input.length) {
      if (this.match(blank)) this.skip(this.matched.length)
      else if (!this.scanOne()) this.unexpected()
      if (this.depth > deepest) {
        this.fail(this.input.length - this.position, `nesting`)
        break
      }
    }
    return { tokens: this.tokens, hidden: this.hidden, errors: this.errors }
  }

  private matched = ''

  private match(pattern: RegExp, at = this.position): boolean {
    pattern.lastIndex = at
    const found = pattern.exec(this.input)
    if (!found) return false
    this.matched = found[0]
    return true
  }

  private scanOne(): boolean {
    const { terminals } = this
    switch (this.input[this.position]) {
      case '/':
        if (this.match(comment)) return this.hide()
        break
      case '"':
        if (this.match(longText)) return this.push(terminals.LONGTEXT)
        if (this.match(text)) return this.push(terminals.TEXT)
        return this.match(openText) && this.push(terminals.OPENTEXT)
      case '[':
        return this.match(mark) && this.push(terminals.MARK)
      case '#':
        return this.match(tag) && this.push(terminals.TAG)
    }
    if (this.match(dateLike)) return this.push(terminals.DATELIKE)
    if (this.match(commaNumber) && !this.isInCall()) return this.pushNumber(terminals.COMMANUMBER)
    if (this.match(number)) return this.pushNumber(terminals.NUMBER)
    if (this.match(word)) return this.pushWord()
    if (this.match(smartText)) return this.push(terminals.SMARTTEXT)
    if (this.input[this.position] === '%' || this.input[this.position] === '‰') {
      this.matched = this.input[this.position] ?? ''
      return this.push(terminals.UNIT)
    }
    return this.pushSign()
  }

  private pushSign(): boolean {
    for (const length of [2, 1]) {
      const sign = this.input.slice(this.position, this.position + length)
      const type = this.signs.get(sign)
      if (!type) continue
      if (operators.has(sign) && (++this.operators > mostOperators || this.signsInFront() > mostSigns)) {
        this.fail(Math.max(1, Math.min(this.nextLineEnd, this.input.length) - this.position), 'formula')
        this.operators = 0
        return true
      }
      if (sign === '=' || sign === '{' || sign === '}') this.operators = 0
      if (sign === '{' || sign === '(') this.depth++
      else if (sign === '}' || sign === ')') this.depth = Math.max(0, this.depth - 1)
      this.matched = sign
      return this.push(type)
    }
    return false
  }

  private pushNumber(type: TokenType): boolean {
    this.push(type)
    const start = this.position
    if (this.match(unitBehindNumber)) return this.push(this.terminals.UNIT)
    if (!this.match(gap) || this.matched === '') return true
    const behind = start + this.matched.length
    if (!this.match(unitBehindNumber, behind)) return true
    const [first = ''] = this.matched.split('/', 1)
    if (this.keywords.has(first)) return true
    const unit = this.matched
    this.skip(behind - start)
    this.matched = unit
    return this.push(this.terminals.UNIT)
  }

  private pushWord(): boolean {
    const keyword = this.keywords.get(this.matched)
    if (!keyword) {
      const isLost = this.isLost()
      this.push(this.terminals.WORD)
      return !isLost || this.pushRest()
    }
    return this.push(this.mayBeName() ? keyword.nameable : keyword.plain)
  }

  /** An unknown word that begins a line is lost unless what stands before asks for a name or a word. */
  private isLost(): boolean {
    const before = this.tokens.at(-1)
    if (!before) return true
    if (before.endLine === this.line && !bracesAndMarks.has(before.image)) return false
    return !continuing.has(before.image) && !this.keywords.has(before.image)
  }

  private pushRest(): boolean {
    if (!this.match(gap)) return true
    const behind = this.position + this.matched.length
    if (!this.match(restOfLine, behind) || this.matched.trim() === '') return true
    const rest = this.matched.trimEnd()
    this.skip(behind - this.position)
    this.matched = rest
    return this.push(this.terminals.JUNK)
  }

  private signsInFront(): number {
    let count = 0
    while (operators.has(this.tokens[this.tokens.length - 1 - count]?.image ?? '')) count++
    return count
  }

  /** A keyword may be a name unless it begins a line (a check mark may stand in front) where nothing asks for a name. */
  private mayBeName(): boolean {
    let index = this.tokens.length - 1
    if (this.tokens[index]?.tokenType === this.terminals.MARK) index--
    const before = this.tokens[index]
    if (!before) return false
    if (before.image === '{' || before.image === '}') return false
    if (index < this.tokens.length - 1) return false
    return before.endLine === this.line || (continuing.has(before.image) && !this.beginsClause())
  }

  /** Behind a comma or sign left at the end of a line: a keyword with a value, a text or a plain name behind it is a clause, no name. */
  private beginsClause(): boolean {
    const end = this.position + this.matched.length
    argument.lastIndex = end
    const [, first = ''] = argument.exec(this.input) ?? []
    return first !== '' && !this.keywords.has(first)
  }

  /** In the parentheses of a function call a comma separates arguments. */
  private isInCall(): boolean {
    let depth = 0
    for (let index = this.tokens.length - 1; index >= Math.max(0, this.tokens.length - 40); index--) {
      const image = this.tokens[index]?.image
      if (image === '{' || image === '}') return false
      if (image === ')') depth++
      else if (image === '(' && depth-- === 0)
        return /^[\p{L}_]/u.test(this.tokens[index - 1]?.image ?? '') && this.tokens[index - 1]?.tokenType !== this.terminals.UNIT
    }
    return false
  }

  private hide(): boolean {
    this.hidden.push(this.token(this.terminals.COMMENT))
    this.skip(this.matched.length)
    return true
  }

  private push(type: TokenType): boolean {
    const token = this.token(type)
    this.tokens.push(token)
    this.skip(token.image.length)
    return true
  }

  private token(type: TokenType): IToken {
    const end = this.position + this.matched.length
    let endLine = this.line
    let endLineStart = this.lineStart
    for (let at = this.matched.indexOf('\n'); at >= 0; at = this.matched.indexOf('\n', at + 1)) {
      endLine++
      endLineStart = this.position + at + 1
    }
    return {
      image: this.matched,
      startOffset: this.position,
      endOffset: end - 1,
      startLine: this.line,
      endLine,
      startColumn: this.position - this.lineStart + 1,
      endColumn: end - endLineStart,
      tokenTypeIdx: type.tokenTypeIdx ?? 0,
      tokenType: type,
    }
  }

  private skip(length: number): void {
    const end = this.position + length
    while (this.nextLineEnd < end) {
      this.line++
      this.lineStart = this.nextLineEnd + 1
      this.nextLineEnd = this.lineEndFrom(this.lineStart)
    }
    this.position = end
  }

  /** One error per line holds for a run of characters that mean nothing. */
  private unexpected(): void {
    const code = this.input.codePointAt(this.position) ?? 0
    if (this.errorLine === this.line) {
      this.skip(code > 0xffff ? 2 : 1)
      return
    }
    this.errorLine = this.line
    this.fail(code > 0xffff ? 2 : 1, 'character')
  }

  private lineEndFrom(start: number): number {
    const at = this.input.indexOf('\n', start)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }

  private fail(length: number, message: string): void {
    this.errors.push({ offset: this.position, length, line: this.line, column: this.position - this.lineStart + 1, message })
    this.skip(length)
  }
}
