import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import type { HabitEdit } from './habit-edit.js'
import { type HabitToken, habitTokens, plainWord } from './habit-tokens.js'
import { kindOfWord } from './habit-words.js'

/** The element in which the walk is. */
export interface HabitElement {
  readonly kind: ElementKind
  /** Where its first token begins: its check mark, else its word. */
  readonly start: number
  readonly mark: HabitToken | undefined
  readonly wordEnd: number
  /** Where its name, or its title where there is one, ends. */
  headEnd: number
  hasName: boolean
  hasTitle: boolean
  /** Its braces have been opened. */
  isOpen: boolean
}

/** A name made of words, where the words stand. */
export interface HabitName {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** What stands in brackets by habit, names or a remark, has no more tokens than this. */
const mostInBrackets = 40

/** A walk over the tokens of a text that notes where they are written by habit. */
export class HabitWalk {
  readonly tokens: readonly HabitToken[]
  readonly edits: HabitEdit[] = []
  /** Names that stand for titles: where nothing declares them, the finding about their spelling says enough. */
  readonly named: HabitName[] = []
  usesTitles = false
  readonly around: HabitElement[] = []
  element: HabitElement | undefined
  /** The last clause: its word, and the line on which it stands. */
  clause: { readonly keyword: string; readonly line: number } | undefined
  /** The last `measurable` of the element: where it ends, and whether it has a value to start from and one to reach. */
  aim: { end: number; hasFrom: boolean; hasTo: boolean } | undefined
  /** The heading above a list of elements: their kind, and how far it is indented. */
  heading: { readonly kind: ElementKind; readonly indent: number; readonly line: number } | undefined
  private anchor: number | undefined
  /** Where closing signs stand that close nothing any more. */
  readonly ignored = new Set<number>()
  /** The line of a Markdown fence that is open. */
  fence: number | undefined
  index = 0
  private pairs: ReadonlyMap<HabitToken, HabitToken> | undefined
  private titles: ReadonlyMap<string, string> | undefined

  constructor(
    readonly source: string,
    private readonly whole: string,
    private readonly isFaulty: (line: number) => boolean,
  ) {
    this.tokens = habitTokens(source)
  }

  get token(): HabitToken | undefined {
    return this.tokens[this.index]
  }

  at(ahead: number): HabitToken | undefined {
    return this.tokens[this.index + ahead]
  }

  /** The token here, if it stands on the line and is no comment. */
  on(line: number, ahead = 0): HabitToken | undefined {
    const token = this.at(ahead)
    return token && token.line === line && token.type !== 'comment' ? token : undefined
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.at(ahead)
    return token?.type === 'sign' && token.text === sign
  }

  /** True where something on the line could not be read as it stands. */
  isFaultyAt(line: number): boolean {
    return this.isFaulty(line)
  }

  replace(start: number, end: number, text: string, why: string, line: number, more: Partial<HabitEdit> = {}): void {
    if (this.isFaulty(line)) this.edits.push({ start, end, text, why, line: this.anchor ?? line, ...more })
  }

  /** Makes what is respelled a part of the finding of another line. */
  anchored(line: number, respell: () => void): void {
    this.anchor = line
    respell()
    this.anchor = undefined
  }

  replaceToken(token: HabitToken, text: string, why: string, more: Partial<HabitEdit> = {}): void {
    this.replace(token.start, token.end, text, why, token.line, more)
  }

  /** Removes a sign, with the blanks in front when nothing else remains of them. */
  removeToken(token: HabitToken, why: string): void {
    let start = token.start
    const behind = this.source.charCodeAt(token.end)
    if (behind === 0x20 || behind === 0x0a || Number.isNaN(behind)) while (this.source[start - 1] === ' ') start--
    const isBetweenWords =
      start === token.start && /[\p{L}\p{N}"]/u.test(this.source[start - 1] ?? '') && /[\p{L}\p{N}"@]/u.test(this.source[token.end] ?? '')
    this.replace(start, token.end, isBetweenWords ? ' ' : '', why, token.line)
  }

  /** True for a token at the very start of a line. */
  isUnindented(token: HabitToken): boolean {
    return token.start === 0 || this.source[token.start - 1] === '\n'
  }

  /**
   * How many tokens ahead a closing sign stands on the line, where the sign in front of it is the one here; undefined where none does within
   * `mostInBrackets` tokens, so that a line of nothing but opening signs costs no more than its length.
   */
  closingAhead(line: number, closing: RegExp): number | undefined {
    for (let ahead = 1; ahead <= mostInBrackets; ahead++) {
      const token = this.on(line, ahead)
      if (!token) return undefined
      if (closing.test(token.text)) return ahead
    }
    return undefined
  }

  /** The `}` or `]` that closes a sign of the text. All pairs are found at the first question. */
  closingOf(opening: HabitToken): HabitToken | undefined {
    this.pairs ??= pairsOf(this.tokens)
    return this.pairs.get(opening)
  }

  /** Moves on behind an offset. */
  skipTo(offset: number): void {
    while ((this.token?.start ?? Number.POSITIVE_INFINITY) < offset) this.index++
  }

  skipLine(): void {
    const line = this.token?.line
    while (this.token && this.token.line === line) this.index++
  }

  /** Where the line of an offset ends, without the blanks, a comment or a closing brace at its end. */
  endOfWords(from: number): number {
    let end = from
    for (let at = this.index; at < this.tokens.length; at++) {
      const token = this.tokens[at]
      if (!token || token.line !== this.tokens[this.index]?.line || token.type === 'comment') break
      if (token.type === 'sign' && (token.text === '{' || token.text === '}')) break
      end = token.end
    }
    return end
  }

  /** Removes a stretch of a line, with the line where nothing else stands on it. */
  removeStretch(start: number, end: number, why: string, line: number, more: Partial<HabitEdit> = {}): void {
    let from = start
    while (from > 0 && /[ \t]/.test(this.source[from - 1] ?? '')) from--
    let to = end
    while (to < this.source.length && /[ \t,;]/.test(this.source[to] ?? '')) to++
    const isWholeLine = (from === 0 || this.source[from - 1] === '\n') && (to === this.source.length || this.source[to] === '\n')
    if (isWholeLine)
      this.replace(from, Math.min(to + 1, this.source.length), '', why, line, more.reads ? { ...more, reads: `${more.reads}\n` } : more)
    else this.replace(from, end, '', why, line, more.reads ? { ...more, reads: ` ${more.reads}` } : more)
  }

  open(): void {
    if (this.element) {
      this.element.isOpen = true
      this.around.push(this.element)
    }
  }

  close(): void {
    this.around.pop()
    this.element = this.around.at(-1)
  }

  /** The name that a text or several words stand for: that of the element with this title, else one made of the words. */
  nameFor(words: string): string {
    const plain = words.trim()
    const local = plain.includes('@') ? plain.slice(0, plain.indexOf('@')) : plain
    const name = this.declared().get(local.toLowerCase()) ?? this.declared().get(nameFrom(local)) ?? nameFrom(local)
    const { start, end } = this.token ?? { start: 0, end: 0 }
    this.named.push({ word: name, start, end })
    return name
  }

  isDeclared(name: string): boolean {
    return this.declared().get(name.toLowerCase()) === name
  }

  private declared(): ReadonlyMap<string, string> {
    if (this.titles) return this.titles
    this.usesTitles = true
    const titles = new Map<string, string>()
    const tokens = habitTokens(this.whole)
    tokens.forEach((token, index) => {
      const name = tokens[index + 1]
      if (token.type !== 'word' || name?.type !== 'word' || name.line !== token.line || !kindOfWord(plainWord(token.text))) return
      titles.set(name.text.toLowerCase(), name.text)
      const title = tokens[index + 2]
      if (title?.type === 'text') titles.set(innerText(title.text).toLowerCase(), name.text)
    })
    this.titles = titles
    return titles
  }
}

/** Braces and square brackets with what closes them, each kind by itself. */
function pairsOf(tokens: readonly HabitToken[]): ReadonlyMap<HabitToken, HabitToken> {
  const pairs = new Map<HabitToken, HabitToken>()
  const open: Record<'}' | ']', HabitToken[]> = { '}': [], ']': [] }
  for (const token of tokens) {
    if (token.type !== 'sign') continue
    if (token.text === '{') open['}'].push(token)
    else if (token.text === '[') open[']'].push(token)
    else if (token.text === '}' || token.text === ']') {
      const opening = open[token.text].pop()
      if (opening) pairs.set(opening, token)
    }
  }
  return pairs
}

/** A name made of words: `Keep the list` gives `keep_the_list`. */
export function nameFrom(words: string): string {
  const name = (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 5).join('_')
  return /^\p{L}/u.test(name) ? name : `n_${name}`
}

/** What stands between the quotes of a text, whatever they are. */
export function innerText(text: string): string {
  if (text.startsWith('"""')) return text.slice(3, -3)
  return text.slice(1, isClosedText(text) ? -1 : undefined)
}

/** True for a text that ends in a quote. */
export function isClosedText(text: string): boolean {
  return text.length > 1 && /["”“«»‹›`’‘']$/.test(text) && !/(?<!\\)\\"$/.test(text)
}

/** A text as the language writes it. */
export function quotedText(text: string): string {
  return `"${text.trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** The sentence for a text without quotes. */
export function quotesMissing(): string {
  return t('Quotes are missing: a text stands in `"…"`.')
}
