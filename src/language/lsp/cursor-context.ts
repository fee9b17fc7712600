import type { ElementKind } from '../../plan/elements/elements.js'
import { wordsWithin } from '../table/arguments.js'
import { clauseKeywords, clauseOf, holds, insideOf, isKind, keywordWritten } from '../table/vocabulary.js'

/** A word, number, text or sign in front of the cursor. */
export interface Token {
  readonly type: 'word' | 'number' | 'date' | 'text' | 'mark' | 'tag' | 'sign'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The element that the cursor is in, by where it begins. */
export interface OpenElement {
  readonly kind: ElementKind
  readonly start: number
  readonly hasBraces: boolean
}

/** What stands in front of a cursor, as far as completion needs to know. */
export interface CursorContext {
  /** Inside of `"…"`; `from` is the offset behind the opening quote. */
  readonly openText: { readonly from: number } | undefined
  readonly isInComment: boolean
  /** The part of a word that is already typed, directly in front of the cursor. */
  readonly prefix: string
  /** Outermost first; empty at the top level behind a closed element. */
  readonly elements: readonly OpenElement[]
  /** The clause word that the cursor stands behind, with what follows it; undefined where a new clause or element begins. */
  readonly clause: { readonly keyword: string; readonly rest: readonly Token[] } | undefined
  /** The tokens of the head of the innermost element (behind its kind) when no clause has begun yet. */
  readonly head: readonly Token[] | undefined
  /** `import` stands in front of the cursor. */
  readonly isImport: boolean
  /** Nothing but blanks, or a check mark, in front of the prefix on its line. */
  readonly isAtLineStart: boolean
  /** The check mark directly in front of the prefix. */
  readonly mark: Token | undefined
}

const token =
  /(\s+)|(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|("""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?)|(\[[ xX~!-]\])|(#[\p{L}\p{N}_-]*)|((?:19|20|21)\d\d-[\dQqWw][\d-]*)|(\d[\d_.]*(?:[kKM](?![\p{L}\p{N}_]))?)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(\.\.|<=|>=|!=|[\s\S])/uy

const types = ['text', 'mark', 'tag', 'date', 'number', 'word', 'sign'] as const
/** Clauses of two words by the first: `part` begins `part of`. */
const twoWords: ReadonlyMap<string, string> = new Map(
  clauseKeywords.filter((keyword) => keyword.includes(' ')).map((keyword) => [keyword.split(' ')[0] ?? keyword, keyword]),
)

/** Reads the text from `start` (the beginning of a top-level element, or of the file) to the cursor. Cost: linear in that stretch. */
export function cursorContext(text: string, start: number, offset: number): CursorContext {
  const tokens: Token[] = []
  let openText: CursorContext['openText']
  let isInComment = false
  token.lastIndex = start
  const before = text.slice(0, offset)
  while (token.lastIndex < offset) {
    const at = token.lastIndex
    const found = token.exec(before)
    if (!found) break
    const [whole, blank, comment, ...kinds] = found
    if (blank !== undefined) continue
    if (comment !== undefined) {
      isInComment = at + whole.length === offset && !(comment.startsWith('/*') && comment.endsWith('*/') && comment.length > 3)
      continue
    }
    const type = types[kinds.findIndex((one) => one !== undefined)] ?? 'sign'
    const isOpen = type === 'text' && at + whole.length === offset && !isClosed(whole)
    if (isOpen) openText = { from: at + (whole.startsWith('"""') ? 3 : 1) }
    else tokens.push({ type, text: whole, start: at, end: at + whole.length })
  }
  return settle(text, tokens, offset, openText, isInComment)
}

function isClosed(text: string): boolean {
  if (text.startsWith('"""')) return text.length >= 6 && text.endsWith('"""')
  return text.length > 1 && /^"(?:\\.|[^"\\\n])*"$/.test(text)
}

function settle(
  text: string,
  tokens: readonly Token[],
  offset: number,
  openText: CursorContext['openText'],
  isInComment: boolean,
): CursorContext {
  const last = tokens.at(-1)
  const isPrefix =
    !openText && last?.end === offset && (last.type === 'word' || last.type === 'date' || last.type === 'number' || last.type === 'tag')
  const prefix = isPrefix && last ? last.text : ''
  const whole = isPrefix ? tokens.slice(0, -1) : tokens
  const walk = new Walk(text)
  for (const one of whole) walk.take(one)
  const lineStart = text.lastIndexOf('\n', offset - prefix.length - 1) + 1
  const mark = whole.at(-1)?.type === 'mark' ? whole.at(-1) : undefined
  return {
    openText,
    isInComment,
    prefix,
    elements: walk.elements,
    clause: walk.clause,
    head: walk.head,
    isImport: walk.isImport,
    isAtLineStart: text.slice(lineStart, mark?.start ?? offset - prefix.length).trim() === '',
    mark,
  }
}

/** Follows the tokens as the grammar would, without asking whether they are right. */
class Walk {
  readonly elements: OpenElement[] = []
  clause: { keyword: string; rest: Token[] } | undefined
  head: Token[] | undefined
  isImport = false
  private mark: Token | undefined
  private before: Token | undefined

  constructor(private readonly text: string) {}

  take(token: Token): void {
    const { before } = this
    this.before = token
    if (token.text === '{') {
      this.open()
      return
    }
    if (token.text === '}') {
      this.close()
      return
    }
    if (token.type === 'mark') {
      this.mark = token
      this.clause = undefined
      return
    }
    if (token.type === 'text' && this.mark) {
      this.begin('item', token)
      return
    }
    if (token.type === 'word' && !this.expectsName(before) && this.takeKeyword(token, before)) return
    if (token.text === '@' && !this.clause?.keyword.startsWith('=')) {
      this.startClause('@')
      return
    }
    if (token.text === '=' && this.current?.kind === 'metric') {
      this.startClause('=')
      return
    }
    ;(this.clause?.rest ?? this.head)?.push(token)
  }

  private get current(): OpenElement | undefined {
    return this.elements.at(-1)
  }

  /** True where a word can only be a name: behind a sign that goes on, a clause word that takes names, or a kind. */
  private expectsName(before: Token | undefined): boolean {
    if (!before) return false
    if ([',', '@', '.', '+', '-', '*', '/', '(', '=', '×', '÷', '−'].includes(before.text)) return true
    if (this.isAtLineStart(before)) return false
    if (this.head?.length === 0) return true
    const { clause, current } = this
    if (!clause || !current || clause.rest.length > 0) return false
    const first = clauseOf(current.kind, clause.keyword)?.arguments[0]?.type
    return first === 'names' || first === 'formula' || first === 'column' || first === 'free words'
  }

  private isAtLineStart(before: Token): boolean {
    return this.text.slice(before.end, this.before?.start).includes('\n')
  }

  private takeKeyword(token: Token, before: Token | undefined): boolean {
    const word = token.text
    if (word === 'import' && this.elements.every(({ hasBraces }) => !hasBraces)) {
      this.leaveHeads()
      this.isImport = true
      return true
    }
    const isFresh =
      before === undefined || this.isAtLineStart(before) || before.text === '{' || before.text === '}' || before.type === 'mark'
    if (this.continues(word) && !isFresh) return false
    if (
      this.current &&
      clauseOf(this.current.kind, this.keywordOf(word)) &&
      !(isFresh && this.beginsElementHere(word) && word !== 'stage')
    ) {
      this.startClause(this.keywordOf(word))
      return true
    }
    if (isKind(word) && word !== 'item' && (isFresh || this.beginsElementHere(word))) {
      this.begin(word, token)
      return true
    }
    return false
  }

  /** The word belongs to the clause that has begun: `from`, `to`, `by`, `because` and the like. */
  private continues(word: string): boolean {
    const { clause, current } = this
    const known = clause && current && clauseOf(current.kind, clause.keyword)
    return known !== undefined && (wordsWithin(known.arguments).includes(word) || known.keyword.split(' ').slice(1).includes(word))
  }

  private keywordOf(word: string): string {
    return twoWords.get(word) ?? keywordWritten(word) ?? word
  }

  /** An element of this kind may begin here, in the braces around. */
  private beginsElementHere(kind: string): boolean {
    const around = this.elements.filter(({ hasBraces }) => hasBraces).at(-1)
    if (!isKind(kind)) return false
    return around ? holds(around.kind, kind) : insideOf(kind) === undefined
  }

  private startClause(keyword: string): void {
    this.clause = { keyword, rest: [] }
    this.head = undefined
    this.mark = undefined
  }

  private begin(kind: ElementKind, token: Token): void {
    this.leaveHeads()
    this.elements.push({ kind, start: this.mark?.start ?? token.start, hasBraces: false })
    this.mark = undefined
    this.clause = undefined
    this.isImport = false
    this.head = kind === 'item' ? undefined : []
  }

  /** Elements without braces end where the next one begins. */
  private leaveHeads(): void {
    while (this.current && !this.current.hasBraces) this.elements.pop()
  }

  private open(): void {
    const { current } = this
    if (current) this.elements[this.elements.length - 1] = { ...current, hasBraces: true }
    this.clause = undefined
    this.head = undefined
  }

  private close(): void {
    this.leaveHeads()
    this.elements.pop()
    this.clause = undefined
    this.head = undefined
    this.mark = undefined
  }
}
