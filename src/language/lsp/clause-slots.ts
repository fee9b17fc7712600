import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import { type Argument, type FreeUse, grains, wordsWithin } from '../table/arguments.js'
import { clauseOf } from '../table/vocabulary.js'
import type { Token } from './cursor-context.js'

/** What may stand at a place in a clause. */
export type Slot =
  | { readonly type: 'names'; readonly kinds: readonly PlanElement['kind'][] }
  | { readonly type: 'words'; readonly words: readonly string[] }
  | { readonly type: 'dates' }
  | { readonly type: 'periods' }
  | { readonly type: 'units' }
  /** Values of a number of the plan. */
  | { readonly type: 'values'; readonly number: string }
  /** Amounts of money. */
  | { readonly type: 'money' }
  | { readonly type: 'columns' }
  | { readonly type: 'free words'; readonly use: FreeUse }
  | { readonly type: 'text' }
  /** The clause may end here, so that another may begin. */
  | { readonly type: 'end' }

const end: Slot = { type: 'end' }
const words = (...list: readonly string[]): Slot => ({ type: 'words', words: list })
const numbers: Slot = { type: 'names', kinds: ['measure', 'metric'] }
const functionWords = ['min', 'max', 'abs', 'round', 'sum', 'average', 'median', 'last', 'previous', 'change', 'growth', 'cumulative']

/** What may stand behind these tokens of a clause, best first; nothing behind tokens that do not fit. */
export function slotsIn(kind: ElementKind, keyword: string, rest: readonly Token[]): readonly Slot[] {
  const clause = clauseOf(kind, keyword)
  if (!clause) return [end]
  if (clause.arguments[0]?.type === 'formula') return formula(rest)
  const [, ...behind] = clause.writtenAs ? [] : keyword.split(' ') // the rest of `part of` counts as an argument
  const list: readonly Argument[] = behind.length === 0 ? clause.arguments : [{ type: 'words', words: behind }, ...clause.arguments]
  return new Matching(rest, new Set(wordsWithin(list))).of(list)
}

type Next = (at: number) => void

/** Follows the arguments along the tokens in every way that fits, and gathers what may stand behind the last one. */
class Matching {
  private readonly found = new Map<string, Slot>()

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reserved: ReadonlySet<string>,
  ) {}

  of(list: readonly Argument[]): readonly Slot[] {
    this.all(list, 0, (at) => {
      if (this.isAtEnd(at)) this.offer(end)
    })
    return [...this.found.values()]
  }

  private isAtEnd(at: number): boolean {
    return at === this.tokens.length
  }

  private offer(slot: Slot): void {
    const key = JSON.stringify(slot)
    if (!this.found.has(key)) this.found.set(key, slot)
  }

  private all(list: readonly Argument[], at: number, next: Next): void {
    const [first, ...others] = list
    if (first) this.one(first, at, (behind) => this.all(others, behind, next))
    else next(at)
  }

  private one(argument: Argument, at: number, next: Next): void {
    switch (argument.type) {
      case 'optional':
        this.all(argument.parts, at, next)
        next(at)
        break
      case 'either':
        for (const way of argument.ways) this.all(way, at, next)
        break
      case 'words':
        this.words(argument.words, at, next)
        break
      case 'span':
        this.span(argument, at, next)
        break
      case 'amount':
        if (this.isAtEnd(at)) this.offerAmount(argument)
        else this.amount(at, next)
        break
      case 'names':
      case 'free words':
      case 'text':
        this.list(argument, at, next)
        break
      case 'values':
        this.values(at, next)
        break
      case 'unit':
        if (this.isAtEnd(at)) this.offer({ type: 'units' })
        else this.unit(at, next)
        break
      default:
        if (this.isAtEnd(at)) this.offerOne(argument)
        else if (fits(argument, this.tokens[at])) next(at + 1)
    }
  }

  private offerOne(argument: Argument): void {
    switch (argument.type) {
      case 'choice':
        this.offer(words(...argument.words))
        break
      case 'grain':
        this.offer(words(...grains))
        break
      case 'date':
        this.offer({ type: 'dates' })
        break
      case 'column':
        this.offer({ type: 'columns' })
        break
    }
  }

  /** The words that are left of several, as one offer. */
  private words(list: readonly string[], at: number, next: Next): void {
    for (const [index, word] of list.entries()) {
      if (this.isAtEnd(at + index)) {
        this.offer(words(list.slice(index).join(' ')))
        return
      }
      if (this.tokens[at + index]?.text !== word) return
    }
    next(at + list.length)
  }

  private list(argument: Extract<Argument, { type: 'names' | 'free words' | 'text' }>, at: number, next: Next): void {
    if (this.isAtEnd(at)) {
      this.offer(slotOf(argument))
      return
    }
    if (this.tokens[at]?.type !== (argument.type === 'text' ? 'text' : 'word')) return
    next(at + 1)
    if (argument.isList && this.tokens[at + 1]?.text === ',') this.list(argument, at + 2, next)
  }

  /** Texts, amounts or words with commas between them. */
  private values(at: number, next: Next): void {
    if (this.isAtEnd(at)) {
      this.offer({ type: 'text' })
      return
    }
    const behind = (end: number) => {
      next(end)
      if (this.tokens[end]?.text === ',') this.values(end + 1, next)
    }
    if (this.tokens[at]?.type === 'text' || this.tokens[at]?.type === 'word') behind(at + 1)
    else this.amount(at, behind)
  }

  private span(argument: Extract<Argument, { type: 'span' }>, at: number, next: Next): void {
    if (this.isAtEnd(at)) {
      this.offer({ type: argument.grain === 'days' ? 'dates' : 'periods' })
      return
    }
    if (!isDay(this.tokens[at])) return
    if (this.isAtEnd(at + 1)) this.offer(words('..'))
    next(at + 1)
    if (argument.isList && this.tokens[at + 1]?.text === ',') this.span(argument, at + 2, next)
    if (this.tokens[at + 1]?.text !== '..') return
    if (this.isAtEnd(at + 2)) this.offer({ type: 'dates' })
    else if (isDay(this.tokens[at + 2])) {
      next(at + 3)
      if (argument.isList && this.tokens[at + 3]?.text === ',') this.span(argument, at + 4, next)
    }
  }

  private offerAmount({ amount, usual }: Extract<Argument, { type: 'amount' }>): void {
    if (amount === 'money' || amount === 'money or share') this.offer({ type: 'money' })
    else if (amount === 'number' && this.tokens[0]?.type === 'word') this.offer({ type: 'values', number: this.tokens[0].text })
    else if (usual.length > 0) this.offer(words(...usual))
  }

  /** A sign, digits, a unit and counts, as far as they stand there. */
  private amount(from: number, next: Next): void {
    const at = ['+', '-'].includes(this.tokens[from]?.text ?? '') ? from + 1 : from
    if (this.tokens[at]?.type !== 'number') return
    const behind = (end: number) => {
      next(end)
      if (this.tokens[end]?.text === '(' && this.tokens[end + 4]?.text === ')') next(end + 5)
    }
    behind(at + 1)
    if (!this.isAtEnd(at + 1)) this.unit(at + 1, behind)
  }

  private unit(at: number, next: Next): void {
    const token = this.tokens[at]
    const isUnit = token?.text === '%' || token?.text === '‰' || (token?.type === 'word' && !this.reserved.has(token.text))
    if (!isUnit) return
    next(at + 1)
    if (this.tokens[at + 1]?.text === '/' && !this.isAtEnd(at + 2)) this.unit(at + 2, next)
  }
}

function slotOf(argument: Extract<Argument, { type: 'names' | 'free words' | 'text' }>): Slot {
  if (argument.type === 'names') return { type: 'names', kinds: argument.offered }
  return argument.type === 'text' ? { type: 'text' } : { type: 'free words', use: argument.use }
}

function isDay(token: Token | undefined): boolean {
  return token?.type === 'date' || token?.type === 'number'
}

function fits(argument: Argument, token: Token | undefined): boolean {
  switch (argument.type) {
    case 'choice':
      return argument.words.includes(token?.text ?? '')
    case 'sign':
      return token?.text === argument.sign
    case 'date':
      return token?.type === 'date'
    default:
      return token?.type === 'word'
  }
}

function formula(rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  if (last?.text === 'else') return [words('none')]
  if (last?.text === 'over') return [words(...grains)]
  const isOperand = last && (last.type === 'word' || last.type === 'number' || last.text === ')')
  if (!isOperand) return [numbers, words(...functionWords)]
  if (rest.some((token) => token.text === 'else')) return [end]
  const depth = rest.filter((token) => token.text === '(').length - rest.filter((token) => token.text === ')').length
  return depth > 0 ? [words('over')] : [words('else none'), end]
}
