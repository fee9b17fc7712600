import type { ILexingError, IToken, TokenType } from 'chevrotain'
import { isBlank, isDigit, isGap, isWordPart, isWordStart } from './characters.js'
import {
  commaNumber,
  dateEnd,
  endOf,
  gapEnd,
  lineBreakFrom,
  longText,
  magnitudeEnd,
  number,
  plainBlanks,
  smartText,
  text,
  unitEnd,
  wordEnd,
} from './extents.js'
import type { TerminalName } from './token-names.js'
import { beginsClauseBehindNumber } from './young-words.js'

/** Deeper nesting of braces and parentheses than any plan needs; what stands deeper is left out, with one finding. */
const deepestNesting = 64

/** Tokens that are kept for a look back when they are taken one by one, and how many may gather before the others are forgotten. */
const furthestBack = 64
const mostKept = 2048

/** More operators in a row of signs and names than any formula needs; the rest of the line is left out, with one finding. */
const mostOperators = 500
const bracesAndMarks = new Set(['{', '}'])
const operators = new Set(['+', '-', '*', '/', '×', '÷', '−', '–', '—'])

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

/** Tokens one by one, for a text that is hoped to be without a fault: after the first fault there are none. */
export interface TokenSource {
  next(): IToken | undefined
  readonly hasFailed: boolean
}

/** As `scan`, but a token can be forgotten when nobody else holds it. */
export function tokensOf(input: string, kinds: TokenKinds): TokenSource {
  return new Scan(input, kinds)
}

/** Takes the tokens and comments one by one in the order of the text, whatever is wrong with it and however deep it is nested. */
export function everythingIn(input: string, kinds: TokenKinds): () => IToken | undefined {
  const scan = new Scan(input, kinds, Number.POSITIVE_INFINITY)
  return () => scan.nextOrComment()
}

class Scan implements TokenSource {
  private readonly keywords: TokenKinds['keywords']
  private readonly terminals: TokenKinds['terminals']
  private readonly signs: TokenKinds['signs']
  private readonly tokens: IToken[] = []
  private readonly hidden: IToken[] = []
  private readonly errors: ILexingError[] = []
  private readonly words = new Map<string, string>()
  private taken = 0
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
    private readonly deepest = deepestNesting,
  ) {
    this.keywords = keywords
    this.terminals = terminals
    this.signs = signs
    this.nextLineEnd = this.lineEndFrom(0)
  }

  run(): Scanned {
    while (this.step());
    return { tokens: this.tokens, hidden: this.hidden, errors: this.errors }
  }

  next(): IToken | undefined {
    while (this.taken >= this.tokens.length) if (this.errors.length > 0 || !this.step()) return undefined
    if (this.taken >= mostKept) {
      this.tokens.splice(0, this.taken - furthestBack)
      this.taken = furthestBack
      this.hidden.length = 0
    }
    return this.tokens[this.taken++]
  }

  nextOrComment(): IToken | undefined {
    while (this.hidden.length === 0 && this.taken >= this.tokens.length) if (!this.step()) return undefined
    return this.hidden.shift() ?? this.tokens[this.taken++]
  }

  get hasFailed(): boolean {
    return this.errors.length > 0
  }

  /** Looks at what stands next; false when the text is at its end, or the rest is left out. */
  private step(): boolean {
    if (this.position >= this.input.length) return false
    const code = this.input.charCodeAt(this.position)
    if (isBlank(code)) this.skipBlanks()
    else if (!this.scanOne(code)) this.unexpected()
    if (this.depth <= this.deepest) return true
    this.fail(this.input.length - this.position, `nesting`)
    return false
  }

  private skipBlanks(): void {
    let end = endOf(plainBlanks, this.input, this.position) ?? this.position
    while (isBlank(this.input.charCodeAt(end))) end++
    this.skip(end - this.position)
  }

  private scanOne(code: number): boolean {
    const { terminals } = this
    if (isWordStart(code, this.input, this.position)) return this.pushWord()
    if (isDigit(code)) return this.pushDigits()
    switch (code) {
      case 0x2f: // /
        return this.hideComment() || this.pushSign()
      case 0x22: // "
        if (this.input.startsWith('"""', this.position) && this.pushMatch(longText, terminals.LONGTEXT)) return true
        return this.pushMatch(text, terminals.TEXT) || this.push(terminals.OPENTEXT, lineBreakFrom(this.input, this.position))
      case 0x5b: // [
        return this.isMark() && this.push(terminals.MARK, this.position + 3)
      case 0x23: // #
        return this.pushTag()
      case 0x25: // %
      case 0x2030: // ‰
        return this.push(terminals.UNIT, this.position + 1)
    }
    return this.pushMatch(smartText, terminals.SMARTTEXT) || this.pushSign()
  }

  private pushMatch(pattern: RegExp, type: TokenType): boolean {
    const end = endOf(pattern, this.input, this.position)
    return end !== undefined && this.push(type, end)
  }

  private pushDigits(): boolean {
    const date = dateEnd(this.input, this.position)
    if (date !== undefined) return this.push(this.terminals.DATELIKE, date)
    const withComma = endOf(commaNumber, this.input, this.position)
    if (withComma !== undefined && !this.isInCall()) return this.pushNumber(this.terminals.COMMANUMBER, withComma)
    return this.pushNumber(this.terminals.NUMBER, endOf(number, this.input, this.position) ?? this.position + 1)
  }

  private hideComment(): boolean {
    const next = this.input.charCodeAt(this.position + 1)
    if (next === 0x2f) this.hide(lineBreakFrom(this.input, this.position))
    else if (next === 0x2a) {
      const end = this.input.indexOf('*/', this.position + 2)
      this.hide(end < 0 ? this.input.length : end + 2)
    } else return false
    return true
  }

  private isMark(): boolean {
    return ' xX~!-'.includes(this.input[this.position + 1] ?? '?') && this.input.charCodeAt(this.position + 2) === 0x5d
  }

  private pushTag(): boolean {
    const start = this.position + 1
    const first = this.input.charCodeAt(start)
    if (!isWordPart(first, this.input, start, 'no mark')) return false
    let end = start
    for (;;) {
      const next = wordEnd(this.input, end)
      if (next === end && this.input.charCodeAt(end) !== 0x2d) break
      end = next === end ? end + 1 : next
    }
    return this.push(this.terminals.TAG, end)
  }

  private pushSign(): boolean {
    for (let length = 2; length > 0; length--) {
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
      return this.push(type, this.position + sign.length)
    }
    return false
  }

  private pushNumber(type: TokenType, numberEnd: number): boolean {
    this.push(type, magnitudeEnd(this.input, numberEnd))
    const start = this.position
    const directly = unitEnd(this.input, start)
    if (directly !== undefined) return this.push(this.terminals.UNIT, directly)
    const behind = gapEnd(this.input, start)
    const end = behind > start ? unitEnd(this.input, behind) : undefined
    if (end === undefined) return true
    const slash = this.input.indexOf('/', behind)
    const endOfWord = slash < 0 || slash > end ? end : slash
    const word = this.input.slice(behind, endOfWord)
    if (this.keywords.has(word) && beginsClauseBehindNumber(word, this.input, endOfWord)) return true
    this.skip(behind - start)
    return this.push(this.terminals.UNIT, end)
  }

  private pushWord(): boolean {
    const end = wordEnd(this.input, this.position)
    const written = this.input.slice(this.position, end)
    const keyword = this.keywords.get(written)
    if (!keyword) {
      const isLost = this.isLost()
      this.push(this.terminals.WORD, end, this.one(written))
      return !isLost || this.pushRest()
    }
    const { name } = keyword.plain
    if (written === 'given' && this.isDateBehind(end)) return this.push(this.terminals.GIVENON, end, name)
    return this.push(this.mayBeName(end) ? keyword.nameable : keyword.plain, end, name)
  }

  private isDateBehind(end: number): boolean {
    let next = end
    while (isBlank(this.input.charCodeAt(next))) next++
    return dateEnd(this.input, next) !== undefined
  }

  /** Equal words are one string, so that all later look-ups of a name compare no letters. */
  private one(written: string): string {
    const known = this.words.get(written)
    if (known !== undefined) return known
    this.words.set(written, written)
    return written
  }

  /** An unknown word that begins a line is lost unless what stands before asks for a name or a word. */
  private isLost(): boolean {
    const before = this.tokens.at(-1)
    if (!before) return true
    if (before.endLine === this.line && !bracesAndMarks.has(before.image)) return false
    return !continuing.has(before.image) && !this.keywords.has(before.image)
  }

  /** The rest of a line up to a brace or a comment. */
  private pushRest(): boolean {
    const { input } = this
    const behind = gapEnd(this.input, this.position)
    let end = behind
    for (; end < input.length; end++) {
      const code = input.charCodeAt(end)
      if (code === 0x0a || code === 0x0d || code === 0x7b || code === 0x7d) break
      if (code === 0x2f && (input.charCodeAt(end + 1) === 0x2f || input.charCodeAt(end + 1) === 0x2a)) break
    }
    const rest = input.slice(behind, end).trimEnd()
    if (rest === '') return true
    this.skip(behind - this.position)
    return this.push(this.terminals.JUNK, behind + rest.length)
  }

  private signsInFront(): number {
    let count = 0
    while (operators.has(this.tokens[this.tokens.length - 1 - count]?.image ?? '')) count++
    return count
  }

  /** A keyword may be a name unless it begins a line (a check mark may stand in front) where nothing asks for a name. */
  private mayBeName(end: number): boolean {
    let index = this.tokens.length - 1
    if (this.tokens[index]?.tokenType === this.terminals.MARK) index--
    const before = this.tokens[index]
    if (!before) return false
    if (before.image === '{' || before.image === '}') return false
    if (index < this.tokens.length - 1) return false
    return before.endLine === this.line || (continuing.has(before.image) && !this.beginsClause(end))
  }

  /** Behind a comma or sign left at the end of a line: a keyword with a value, a text or a plain name behind it is a clause, no name. */
  private beginsClause(end: number): boolean {
    const { input } = this
    let first = end
    while (isGap(input.charCodeAt(first)) || input.charCodeAt(first) === 0x09) first++
    const code = input.charCodeAt(first)
    if (first === end) return false
    if (code === 0x22 || isDigit(code)) return true
    return isWordStart(code, input, first) && !this.keywords.has(input.slice(first, wordEnd(this.input, first)))
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

  private hide(end: number): void {
    this.hidden.push(this.token(this.terminals.COMMENT, end))
    this.skip(end - this.position)
  }

  private push(type: TokenType, end: number, image?: string): true {
    this.tokens.push(this.token(type, end, image))
    this.skip(end - this.position)
    return true
  }

  private token(type: TokenType, end: number, image = this.input.slice(this.position, end)): IToken {
    let endLine = this.line
    let endLineStart = this.lineStart
    if (end > this.nextLineEnd)
      for (let at = this.nextLineEnd; at >= 0 && at < end; at = this.input.indexOf('\n', at + 1)) {
        endLine++
        endLineStart = at + 1
      }
    return {
      image,
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
